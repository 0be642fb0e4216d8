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
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.recommendation.Rung;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.domain.recommendation.Surface;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.query.interest.InterestProfiles;
import com.videowindow.patina.query.recommendation.ListMaking.Wanted;
import java.util.BitSet;
import java.util.List;
import java.util.function.LongSupplier;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Answers what next. Without consent no profile is even asked for; without a profile the list is of what is popular and
 * new. The same question over the same state of the world has the same answer.
 */
@Component
final class RecommendationQueries {
    private static final InterestProfiles.Found NOT_ASKED = new InterestProfiles.Found(null, LogPosition.START, false);
    private static final InterestProfiles.Found AWAY = new InterestProfiles.Found(null, LogPosition.START, true);

    private final CurrentConsents consents;
    private final InterestProfiles profiles;
    private final Shelves shelves;
    private final Wording wording;
    private final LongSupplier clock;

    @Autowired
    RecommendationQueries(CurrentConsents consents, InterestProfiles profiles, Shelves shelves, Wording wording) {
        this(consents, profiles, shelves, wording, System::nanoTime);
    }

    /** @param clock in nanoseconds */
    RecommendationQueries(
            CurrentConsents consents, InterestProfiles profiles, Shelves shelves, Wording wording, LongSupplier clock) {
        this.consents = consents;
        this.profiles = profiles;
        this.shelves = shelves;
        this.wording = wording;
        this.clock = clock;
    }

    @QueryHandler
    Recommendations handle(FindRecommendations question) {
        Budget budget = Budget.of(question.budget(), clock);
        if (!consents.isKnown()) {
            return impersonal(question, budget, List.of(), AWAY, PROFILE_UNAVAILABLE);
        }
        if (!consents.allows(question.subject(), question.purpose())) {
            return impersonal(question, budget, List.of(), NOT_ASKED, NO_CONSENT);
        }
        if (consents.isOn(question.subject(), Control.NON_PROFILING)) {
            return impersonal(question, budget, List.of(), NOT_ASKED, NON_PROFILING);
        }
        List<Purpose> allowed = List.of(question.purpose());
        InterestProfiles.Found found;
        try {
            found = profiles.find(question.subject());
        } catch (ReadModelUnavailable away) {
            return impersonal(question, budget, allowed, AWAY, PROFILE_UNAVAILABLE);
        }
        ProfileState state = found.state();
        return state == null || !state.knowsSomething()
                ? impersonal(question, budget, allowed, found, NO_HISTORY)
                : made(question, budget, allowed, found, null);
    }

    /** What the person stated still filters, where it is known; nothing about them is ranked by. */
    private Recommendations impersonal(
            FindRecommendations question,
            Budget budget,
            List<Purpose> allowed,
            InterestProfiles.Found found,
            Fallback why) {
        return made(question, budget, allowed, found, why);
    }

    private Recommendations made(
            FindRecommendations question,
            Budget budget,
            List<Purpose> allowed,
            InterestProfiles.Found found,
            @Nullable Fallback fallback) {
        Shelf now = shelves.now();
        Surface surface = question.asked().surface();
        Segment segment = Segment.of(now, question.pool(), question.asked().filter());
        Rung rung = Ladder.of(fallback == null, question.algorithm(), now, segment);
        Wanted wanted = new Wanted(
                question.id(),
                Ladder.weights(rung, question.algorithm(), now, surface),
                fallback == null,
                question.pool(),
                question.asked(),
                question.limit(),
                question.now(),
                rung,
                budget);
        ListMaking making = new ListMaking(now, wanted, found.state());
        BitSet eligible = making.eligible();
        making.ask(shelves.nearest(), eligible);
        List<ServedItem> items = making.best(eligible);
        RecommendationsServed served = new RecommendationsServed(
                question.id(),
                question.subject(),
                question.algorithm(),
                now.learned().version(),
                found.position(),
                allowed,
                fallback,
                question.surface(),
                making.inputs(eligible),
                items,
                question.now());
        return new Recommendations(
                served,
                found.remembered(),
                wording.worded(items, question.language()),
                items.isEmpty() ? emptiness(now, wanted) : null);
    }

    static Emptiness emptiness(Shelf now, Wanted wanted) {
        ListTerms atFirst = new ListTerms(List.of(), wanted.asked().filter(), null, null);
        boolean nowhere = new ListMaking(now, wanted.with(atFirst, wanted.limit()), null)
                .eligible()
                .isEmpty();
        return nowhere ? Emptiness.NOTHING_IN_POOL : Emptiness.NOTHING_LEFT;
    }
}
