package com.videowindow.patina.domain.recommendation;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.PersonalData;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list was shown to somebody who allows that it is kept: the source of its explainability trail. Derived, so it never trains a model.
 *
 * @param asOf how much of the log the profile had seen
 * @param consents the purposes that were allowed and used
 * @param inputs what else it was ranked by, to be ranked again
 */
@PersonalData(DataCategory.SERVING)
@Processing(
        purposes = {ProcessingPurpose.PERSONALIZATION, ProcessingPurpose.EXPLANATION, ProcessingPurpose.ANALYTICS},
        basis = LawfulBasis.CONSENT,
        recipients = {Recipient.THE_PERSON, Recipient.COMPLIANCE_OFFICERS, Recipient.OFFICERS_UNDER_RELEASE})
public record RecommendationsServed(
        RecommendationId id,
        SubjectId subject,
        Algorithm algorithm,
        com.videowindow.patina.domain.model.ModelVersion model,
        LogPosition asOf,
        List<Purpose> consents,
        @Nullable Fallback fallback,
        @Nullable String surface,
        RankingInputs inputs,
        List<ServedItem> items,
        Instant at)
        implements AboutSubject {
    /** Of the facts by which served lists are kept. */
    public static final String FAMILY = "served";

    public RecommendationsServed {
        consents = List.copyOf(consents);
        items = Check.atMost("items", 200, items);
    }

    /** What the person had to do with, as far as the list was ranked by it, was asked for with it or names it as a reason. */
    public Set<ContentId> restsOn() {
        Set<ContentId> evidence = new HashSet<>(inputs.contents());
        inputs.whatElse().named().forEach(evidence::add);
        items.forEach(item -> item.reasons().forEach(reason -> evidence.addAll(reason.because())));
        return evidence;
    }

    /** Whether it may rest on something that was taken out of what is known about its person at that place of the log. */
    public boolean mayRestOnWhatWent(LogPosition taken) {
        return !asOf.covers(taken) && !restsOn().isEmpty();
    }
}
