package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of what people are asked about one use of their data.
 *
 * @param texts one for each language, 1 to 40
 * @param validMonths how long a consent under it holds, 1 to 120; for good when absent
 * @param renewBy from when on consents under former versions no longer count; they go on counting when absent
 * @param by the officer, under the random id of everybody
 */
@Processing(
        purposes = ProcessingPurpose.ACCOUNTABILITY,
        basis = LawfulBasis.LEGAL_OBLIGATION,
        recipients = Recipient.COMPLIANCE_OFFICERS)
public record PolicyPublished(
        Purpose purpose,
        PolicyVersion version,
        List<PolicyText> texts,
        @Nullable Integer validMonths,
        @Nullable Instant renewBy,
        SubjectId by,
        Instant at)
        implements DomainEvent {
    private static final int MOST_MONTHS = 120;

    public PolicyPublished {
        texts = PolicyText.eachLanguage(texts);
        checkMonths(validMonths);
    }

    /** @throws IllegalArgumentException unless they are 1 to 120, or absent */
    public static void checkMonths(@Nullable Integer validMonths) {
        if (validMonths != null) {
            Check.range("validMonths", validMonths, 1, MOST_MONTHS);
        }
    }

    /** The name of the stream of a purpose's policies in the log. */
    public static String stream(Purpose purpose) {
        return "policy/" + purpose.name();
    }

    /** Whether this is what was shown. */
    public boolean has(TextHash hash) {
        return texts.stream().map(PolicyText::hash).anyMatch(hash::equals);
    }
}
