package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.Fallback;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.domain.recommendation.Neighbours;
import com.videowindow.patina.domain.recommendation.Reason;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.Rung;
import com.videowindow.patina.domain.recommendation.Weights;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One served list, made from the log again and compared with what was stored: ids, facets and figures, no words.
 *
 * @param position of the stored list in the log
 * @param matches whether everything was made again, and is the same to the last bit
 * @param firstDifference the first place that is not as it was stored
 * @param lost what cannot be read any more and so cannot be made again
 * @param trail whether the read model has the list as the log has it
 * @param inForce what the list rested on; absent where the list itself cannot be read any more
 */
public record RecommendationAudit(
        RecommendationId id,
        SubjectId subject,
        LogPosition position,
        Instant storedAt,
        Verdict verdict,
        boolean matches,
        @Nullable Difference firstDifference,
        List<Lost> lost,
        @Nullable Copy trail,
        @Nullable InForce inForce,
        List<ComparedItem> items) {

    /** What comparing came to, the worst last. */
    public enum Verdict {
        MATCHES,
        /** It is another now, or nothing, for want of something that was forgotten since. */
        CANNOT_BE_TOLD,
        DIFFERS
    }

    /** How what stands in the read model is to what stands in the log. */
    public enum Copy {
        SAME,
        ALTERED,
        MISSING,
        UNAVAILABLE
    }

    /** @param place in the list, such as {@code items[2].parts.interest} */
    public record Difference(String place, String stored, String recomputed) {}

    /** A part of what a list rests on. */
    public enum Basis {
        LIST,
        PROFILE,
        CROWD,
        MODEL
    }

    /** Why something cannot be read any more. */
    public enum Reading {
        PERSON_ERASED,
        PERIOD_ENDED,
        PART_FORGOTTEN,
        /** The trained model is kept no more: somebody it was learned from left, or it is too old. */
        MODEL_RETIRED,
        /** Of somebody something had just been hidden; nothing of theirs was learned from until they were heard again. */
        LEFT_OUT_THEN
    }

    /**
     * What cannot be read any more.
     *
     * @param count events of the person, or people of the crowd
     * @param since when it went, where that is known
     */
    public record Lost(
            Basis basis,
            Reading why,
            @Nullable DataCategory category,
            int count,
            @Nullable Instant since) {}

    /**
     * What a list rested on.
     *
     * @param surface where it was shown, as its asker named it
     * @param interests those that weigh on an item of the list, as they stood
     * @param experiments variants that the person was in; there are no experiments yet
     */
    public record InForce(
            Instant servedAt,
            Algorithm algorithm,
            @Nullable Fallback fallback,
            @Nullable String surface,
            LogPosition profileAsOf,
            List<ConsentThen> consents,
            List<ControlThen> controls,
            List<Used> data,
            List<InterestThen> interests,
            Model model,
            Parameters parameters,
            List<String> experiments,
            Candidates candidates) {}

    /**
     * A consent as it stood.
     *
     * @param status by the vocabulary
     * @param position of the event that it stood by
     * @param allowed whether data might be used so
     * @param used whether the list says that it was
     */
    public record ConsentThen(
            Purpose purpose,
            String status,
            @Nullable PolicyVersion policyVersion,
            LogPosition position,
            boolean allowed,
            boolean used) {}

    /** @param position of the event that it stood by */
    public record ControlThen(Control control, boolean on, LogPosition position) {}

    /**
     * Events of one kind that the profile had learned from.
     *
     * @param event stored name
     * @param unreadable of these, today
     */
    public record Used(String event, int count, int unreadable, LogPosition first, LogPosition last) {}

    /** @param evidence how many deeds it rests on */
    public record InterestThen(Facet facet, double score, double confidence, int evidence, boolean stated) {}

    /**
     * What the crowd had taught.
     *
     * @param trained the last event that it was trained from
     * @param counted the last event that what is popular was counted from
     * @param inForce the trained model that told what goes together; absent where the crowd did
     * @param people who were learned from, as far as they can be read
     * @param likes that they had
     */
    public record Model(
            ModelVersion version,
            LogPosition trained,
            LogPosition counted,
            @Nullable ModelVersion inForce,
            int people,
            long likes) {}

    /**
     * @param seed of what is explored
     * @param pool how many ids and facets the choice was narrowed to; 0 for everything
     * @param asked what else it was to be; absent where nothing was said
     * @param rung what it could be made of; absent in lists of before that was told
     */
    public record Parameters(
            Weights weights,
            long seed,
            int limit,
            int pool,
            @Nullable ListTerms asked,
            @Nullable Rung rung) {}

    /**
     * How much there was to choose from.
     *
     * @param catalogueAsOf how much of the log the catalogue had seen
     * @param shown in the whole catalogue
     * @param eligible for this list, as stored and as computed again
     * @param looked at, of these, before time was up; absent where all were
     * @param near what an index of the model's factors had found when it was made; absent where none was asked
     */
    public record Candidates(
            LogPosition catalogueAsOf,
            int shown,
            int eligible,
            int eligibleAgain,
            @Nullable Integer looked,
            @Nullable Neighbours near) {}

    /**
     * One item as it was stored, beside what it is today in the same place.
     *
     * @param recomputed absent where it was not in the catalogue then
     * @param retiredSince it is not shown any more; it is computed all the same
     * @param propensity with which it came to its place, given what stands above, as stored; absent where it was not
     * @param reasons as stored: of which kind, by which facet and which content
     */
    public record ComparedItem(
            int rank,
            ContentId contentId,
            Verdict verdict,
            double stored,
            @Nullable Double recomputed,
            boolean retiredSince,
            @Nullable Double propensity,
            List<ComparedPart> parts,
            List<Reason> reasons) {}

    /** A named contribution. */
    public record ComparedPart(
            String name,
            Verdict verdict,
            double stored,
            @Nullable Double recomputed) {}
}
