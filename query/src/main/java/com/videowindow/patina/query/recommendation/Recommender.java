package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.domain.consent.CurrentConsents;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.recommendation.Fallback;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.query.catalog.LiveCatalog;
import com.videowindow.patina.query.interest.InterestProfiles;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers what next. Without consent no profile is even asked for; without a profile the list is of what is popular and
 * new. The same question over the same state of the world has the same answer.
 */
@Component
final class Recommender {
    private final CurrentConsents consents;
    private final InterestProfiles profiles;
    private final LiveCatalog catalog;
    private final Crowd crowd;
    private final Wording wording;
    private final PreferenceModel model = new PreferenceModel();
    private volatile Shelf shelf = Shelf.EMPTY;

    Recommender(
            CurrentConsents consents, InterestProfiles profiles, LiveCatalog catalog, Crowd crowd, Wording wording) {
        this.consents = consents;
        this.profiles = profiles;
        this.catalog = catalog;
        this.crowd = crowd;
        this.wording = wording;
    }

    @QueryHandler
    Recommendations handle(FindRecommendations question) {
        if (!consents.allows(question.subject(), Purpose.PERSONALIZATION)) {
            return impersonal(question, null, LogPosition.START, Fallback.NO_CONSENT, false);
        }
        InterestProfiles.Found found;
        try {
            found = profiles.find(question.subject());
        } catch (ReadModelUnavailable away) {
            return impersonal(question, null, LogPosition.START, Fallback.PROFILE_UNAVAILABLE, true);
        }
        ProfileState state = found.state();
        if (state == null || !state.knowsSomething()) {
            return impersonal(question, state, found.position(), Fallback.NO_HISTORY, found.remembered());
        }
        return personal(question, state, found);
    }

    private Recommendations personal(FindRecommendations question, ProfileState state, InterestProfiles.Found found) {
        Shelf now = shelf();
        Taste taste = Taste.of(state, now, model, question.now());
        List<ServedItem> items = rank(question, now, taste, Weights.of(question.algorithm()), state);
        RecommendationsServed served = new RecommendationsServed(
                question.id(),
                question.subject(),
                question.algorithm(),
                crowd.version(),
                found.position(),
                List.of(Purpose.PERSONALIZATION),
                null,
                question.surface(),
                items,
                question.now());
        return answer(question, found.position(), null, found.remembered(), items, served);
    }

    /** What the person stated still filters, where it is known; nothing about them is ranked by or recorded. */
    private Recommendations impersonal(
            FindRecommendations question,
            @Nullable ProfileState filter,
            LogPosition position,
            Fallback why,
            boolean degraded) {
        List<ServedItem> items = rank(question, shelf(), Taste.NONE, Weights.NON_PERSONAL, filter);
        return answer(question, position, why, degraded, items, null);
    }

    private List<ServedItem> rank(
            FindRecommendations question, Shelf now, Taste taste, Weights weights, @Nullable ProfileState filter) {
        long seed = question.id().value().getMostSignificantBits()
                ^ question.id().value().getLeastSignificantBits();
        Scorer scorer = new Scorer(now, taste, weights, seed, question.now());
        return new Ranking(now.catalog(), scorer, weights, new Reasons(now, taste, scorer))
                .best(Eligible.of(now.catalog(), question.pool(), filter, model), question.limit());
    }

    private Recommendations answer(
            FindRecommendations question,
            LogPosition position,
            @Nullable Fallback fallback,
            boolean degraded,
            List<ServedItem> items,
            @Nullable RecommendationsServed served) {
        return new Recommendations(
                question.id(),
                position,
                crowd.version(),
                question.algorithm(),
                fallback,
                degraded,
                wording.worded(items, question.language()),
                served);
    }

    /** Two threads may both lay out a new shelf; they lay out the same one. */
    private Shelf shelf() {
        Shelf known = shelf;
        var snapshot = catalog.snapshot();
        var together = crowd.coOccurrence();
        var trending = crowd.trending();
        if (!known.isOf(snapshot, together, trending)) {
            known = new Shelf(snapshot, together, trending);
            shelf = known;
        }
        return known;
    }
}
