package com.videowindow.patina.domain.interest;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.PersonalData;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;
import java.time.Instant;

/**
 * A person said what they like; the whole statement, replacing the one before.
 *
 * @param revision counts the statements of this person from 1
 */
@PersonalData(DataCategory.PREFERENCE)
@Processing(
        purposes = ProcessingPurpose.PERSONALIZATION,
        basis = LawfulBasis.CONSENT,
        recipients = {Recipient.THE_PERSON, Recipient.OFFICERS_UNDER_RELEASE})
public record PreferencesStated(SubjectId subject, Preferences preferences, long revision, Instant at)
        implements AboutSubject {

    /** The name of the stream of this person's statements in the log. */
    public static String stream(SubjectId subject) {
        return "preferences/" + subject;
    }
}
