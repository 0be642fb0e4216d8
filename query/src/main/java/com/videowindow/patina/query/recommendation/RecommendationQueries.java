package com.videowindow.patina.query.recommendation;

import static com.videowindow.patina.domain.recommendation.Fallback.NON_PROFILING;
import static com.videowindow.patina.domain.recommendation.Fallback.NO_CONSENT;
import static com.videowindow.patina.domain.recommendation.Fallback.NO_HISTORY;
import static com.videowindow.patina.domain.recommendation.Fallback.PROFILE_UNAVAILABLE;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.domain.consent.Control;
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
final class RecommendationQueries {
    private final CurrentConsents consents;
    private final InterestProfiles profiles;
    private final LiveCatalog catalog;
    private final Crowd crowd;
    private final Wording wording;
    private final PreferenceModel model = new PreferenceModel();
    private volatile Shelf shelf = Shelf.EMPTY;

    RecommendationQueries(
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
            return impersonal(
                    question, List.of(), new InterestProfiles.Found(null, LogPosition.START, false), NO_CONSENT);
        }
        if (consents.isOn(question.subject(), Control.NON_PROFILING)) {
            return impersonal(
                    question, List.of(), new InterestProfiles.Found(null, LogPosition.START, false), NON_PROFILING);
        }
        List<Purpose> allowed = List.of(Purpose.PERSONALIZATION);
        InterestProfiles.Found found;
        try {
            found = profiles.find(question.subject());
        } catch (ReadModelUnavailable away) {
            return impersonal(
                    question, allowed, new InterestProfiles.Found(null, LogPosition.START, true), PROFILE_UNAVAILABLE);
        }
        ProfileState state = found.state();
        if (state == null || !state.knowsSomething()) {
            return impersonal(question, allowed, found, NO_HISTORY);
        }
        Shelf now = shelf();
        Taste taste = Taste.of(state, now, model, question.now());
        List<ServedItem> items = rank(question, now, taste, Weights.of(question.algorithm()), state);
        return answer(question, allowed, found, null, items);
    }

    /** What the person stated still filters, where it is known; nothing about them is ranked by. */
    private Recommendations impersonal(
            FindRecommendations question, List<Purpose> allowed, InterestProfiles.Found found, Fallback why) {
        List<ServedItem> items = rank(question, shelf(), Taste.NONE, Weights.NON_PERSONAL, found.state());
        return answer(question, allowed, found, why, items);
    }

    private List<ServedItem> rank(
            FindRecommendations question, Shelf now, Taste taste, Weights weights, @Nullable ProfileState filter) {
        long seed = question.id().value().getMostSignificantBits()
                ^ question.id().value().getLeastSignificantBits();
        Scorer scorer = new Scorer(now, taste, weights, seed, question.now());
        return new Ranking(now.catalog(), scorer, weights, new Reasons(now, taste, scorer))
                .best(Eligible.of(now.catalog(), question.pool(), filter, model, question.now()), question.limit());
    }

    private Recommendations answer(
            FindRecommendations question,
            List<Purpose> allowed,
            InterestProfiles.Found found,
            @Nullable Fallback fallback,
            List<ServedItem> items) {
        RecommendationsServed served = new RecommendationsServed(
                question.id(),
                question.subject(),
                question.algorithm(),
                crowd.version(),
                found.position(),
                allowed,
                fallback,
                question.surface(),
                items,
                question.now());
        return new Recommendations(
                served,
                found.remembered(),
                wording.worded(items, question.language()),
                items.isEmpty() ? emptiness(question) : null);
    }

    private Emptiness emptiness(FindRecommendations question) {
        boolean nowhere = Eligible.of(catalog.snapshot(), question.pool(), null, model, question.now())
                .isEmpty();
        return nowhere ? Emptiness.NOTHING_IN_POOL : Emptiness.NOTHING_LEFT;
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
