package com.videowindow.patina.api.recommendation;

import com.videowindow.patina.api.consent.RefusedReads;
import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.api.problem.Problem;
import com.videowindow.patina.api.problem.ProblemType;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.Fallback;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.domain.recommendation.RecentLists;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.query.recommendation.FindRecommendations;
import com.videowindow.patina.query.recommendation.Pool;
import com.videowindow.patina.query.recommendation.Recommendations;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks for a list and sees to its trail: no list is shown to a known person that could not be explained. */
@Component
final class Recommender {

    private static final String WITHDRAWN = "It was personal, and you do not allow that now; ask for a new one.";

    private final Questions questions;
    private final TrailQueue trails;
    private final FidelityWatch fidelity;
    private final RecentLists recent;
    private final Timer timer;
    private final RefusedReads refused;
    private final Rungs rungs;

    Recommender(
            Questions questions,
            TrailQueue trails,
            FidelityWatch fidelity,
            RecentLists recent,
            RefusedReads refused,
            MeterRegistry meters) {
        this.questions = questions;
        this.trails = trails;
        this.fidelity = fidelity;
        this.recent = recent;
        this.refused = refused;
        this.rungs = new Rungs(meters);
        this.timer = Timer.builder("patina.recommendations")
                .description("Time to rank a list")
                .publishPercentileHistogram()
                .register(meters);
    }

    /**
     * What kind of list somebody wants.
     *
     * @param ofPersonal it goes on from a personal list
     * @param budget how long it may take
     */
    record Wish(
            Algorithm algorithm,
            int limit,
            Pool pool,
            ListTerms asked,
            @Nullable String surface,
            Locale language,
            boolean ofPersonal,
            @Nullable Duration budget) {

        FindRecommendations question(RecommendationId id, SubjectId subject, Instant now) {
            return new FindRecommendations(id, subject, algorithm, limit, pool, asked, surface, language, now, budget);
        }

        Wish within(Duration time) {
            return new Wish(algorithm, limit, pool, asked, surface, language, ofPersonal, time);
        }
    }

    /** The list, and whether a part of the system was missing when it was made. */
    record Answer(Recommendations list, boolean degraded) {}

    Answer recommend(Caller caller, Wish wish) {
        Instant now = Instant.now();
        RecommendationId id = RecommendationIds.next();
        Answer answer = answer(caller, wish, id, now);
        count(answer.list().fallback());
        rungs.count(answer.list());
        recent.keep(caller.user(), answer.list().served());
        return answer;
    }

    /** What was ranked by somebody's profile is not gone on from where they do not allow that any more. */
    private static boolean isRefused(@Nullable Fallback why) {
        return why == Fallback.NO_CONSENT || why == Fallback.NON_PROFILING;
    }

    private void count(@Nullable Fallback why) {
        if (why == Fallback.NO_CONSENT) {
            refused.withoutConsent();
        } else if (why == Fallback.NON_PROFILING) {
            refused.notProfiled();
        }
    }

    private Answer answer(Caller caller, Wish wish, RecommendationId id, Instant now) {
        SubjectId subject;
        try {
            subject = caller.reader();
        } catch (LogUnavailable away) {
            return new Answer(forNobody(wish, id, now, Fallback.PROFILE_UNAVAILABLE), true);
        }
        if (trails.isFull()) {
            return new Answer(forNobody(wish, id, now, Fallback.TRAIL_UNAVAILABLE), true);
        }
        Recommendations list = ask(wish.question(id, subject, now));
        if (wish.ofPersonal() && isRefused(list.fallback())) {
            throw new Unacceptable(Problem.of(ProblemType.LIST_ENDED, WITHDRAWN));
        }
        if (list.leavesTrail() && !trails.offer(list.served())) {
            return new Answer(forNobody(wish, id, now, Fallback.TRAIL_UNAVAILABLE), true);
        }
        if (list.leavesTrail()) {
            fidelity.served(list.served());
        }
        return new Answer(list, trails.isBehind());
    }

    /** Whether the list under this tag would be the same now. */
    boolean isUnchanged(Caller caller, Wish wish, ListTag known) {
        try {
            return ListTag.of(ask(wish.question(known.id(), caller.reader(), Instant.now())))
                    .equals(known);
        } catch (LogUnavailable away) {
            return false;
        }
    }

    /** Of the list that there would be now, for somebody who does not want it if there is any. */
    ListTag tag(Caller caller, Wish wish) {
        RecommendationId id = RecommendationIds.next();
        Instant now = Instant.now();
        try {
            return ListTag.of(ask(wish.question(id, caller.reader(), now)));
        } catch (LogUnavailable away) {
            return ListTag.of(forNobody(wish, id, now, Fallback.PROFILE_UNAVAILABLE));
        }
    }

    /** What somebody gets of whom nothing is known and nothing may be kept. */
    private Recommendations forNobody(Wish wish, RecommendationId id, Instant now, Fallback why) {
        return ask(wish.question(id, new SubjectId(UUID.randomUUID()), now)).degradedBy(why);
    }

    private Recommendations ask(FindRecommendations question) {
        long began = System.nanoTime();
        try {
            return questions.ask(question, Recommendations.class);
        } finally {
            timer.record(System.nanoTime() - began, java.util.concurrent.TimeUnit.NANOSECONDS);
        }
    }
}
