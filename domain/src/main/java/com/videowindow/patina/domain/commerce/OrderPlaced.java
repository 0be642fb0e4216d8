package com.videowindow.patina.domain.commerce;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.PersonalData;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody bought something. Kept on the basis of the contract; feeds no profile: that is what {@code
 * InteractionRecorded} is for, which needs consent.
 *
 * @param content what it was bought from, or what was bought where there are no lines
 */
@PersonalData(DataCategory.CONTRACT)
@Processing(
        purposes = ProcessingPurpose.CONTRACT,
        basis = LawfulBasis.CONTRACT,
        recipients = {Recipient.THE_PERSON, Recipient.OFFICERS_UNDER_RELEASE})
public record OrderPlaced(
        SubjectId subject,
        OrderId order,
        @Nullable ContentId content,
        List<OrderLine> lines,
        @Nullable Money total,
        Instant at)
        implements AboutSubject {
    public OrderPlaced {
        lines = Check.atMost("lines", 200, lines);
    }
}
