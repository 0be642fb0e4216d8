package com.videowindow.patina.domain.rectification;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.PersonalData;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;
import com.videowindow.patina.domain.request.RequestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person said that something about them is wrong or incomplete (GDPR article 16): it stands beside the fact from then on,
 * which stays as it was recorded.
 *
 * @param request under which officers answer it
 * @param of the fact's place in the log; absent where it is about none in particular
 * @param statement at most {@value #LONGEST} characters
 */
@PersonalData(DataCategory.PREFERENCE)
@Processing(
        purposes = ProcessingPurpose.RIGHTS_OF_PEOPLE,
        basis = LawfulBasis.LEGAL_OBLIGATION,
        recipients = {Recipient.THE_PERSON, Recipient.COMPLIANCE_OFFICERS})
public record RectificationAsked(
        SubjectId subject, RequestId request, @Nullable LogPosition of, String statement, Instant at)
        implements AboutSubject {
    public static final int LONGEST = 2_000;

    public RectificationAsked {
        statement = Check.text("statement", statement, LONGEST);
    }
}
