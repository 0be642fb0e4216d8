package com.videowindow.patina.query.export;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.export.Conclusions;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.Contribution;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.query.consent.ConsentChoices;
import com.videowindow.patina.query.consent.FindConsents;
import com.videowindow.patina.query.interest.FindUserProfile;
import com.videowindow.patina.query.interest.UserProfile;
import com.videowindow.patina.query.recommendation.Explanation;
import com.videowindow.patina.query.recommendation.FindReasons;
import com.videowindow.patina.query.recommendation.Recommendations;
import com.videowindow.patina.query.recommendation.WordedReason;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the same questions that a person's own pages ask, so that a copy says what they say. */
@Component
final class ShownConclusions implements Conclusions {
    private static final long PATIENCE_SECONDS = 30;

    private final QueryGateway questions;

    ShownConclusions(@Lazy QueryGateway questions) {
        this.questions = questions;
    }

    /** The accuracy and the age of what was learned. */
    record Learned(
            @Nullable Double hitRate,
            int predictions,
            @Nullable Instant lastUpdated,
            List<String> segments) {}

    /** An item of a list, and why it was in it. */
    record WhyServed(
            RecommendationId recommendation,
            Instant servedAt,
            Algorithm algorithm,
            int rank,
            ContentId content,
            String title,
            double score,
            List<String> reasons,
            List<String> contributions) {}

    @Override
    public Map<String, List<?>> of(SubjectId subject, Instant now) {
        UserProfile profile =
                ask(new FindUserProfile(subject, new PlatformUserId(subject.toString()), now), UserProfile.class);
        ConsentChoices choices = ask(new FindConsents(subject, now), ConsentChoices.class);
        if (profile.degraded() || choices.degraded()) {
            throw new ReadModelUnavailable("Elasticsearch is away, and memory does not have everything", null);
        }
        Map<String, List<?>> all = new LinkedHashMap<>();
        all.put("interests", profile.interests());
        all.put(
                "profile",
                List.of(new Learned(
                        profile.accuracy().hitRate(),
                        profile.accuracy().sample(),
                        profile.lastUpdated(),
                        profile.segments())));
        all.put("choices", choices.choices());
        all.put("controls", choices.controls());
        return all;
    }

    @Override
    public List<?> reasons(RecommendationsServed list) {
        Explanation why = ask(new FindReasons(list, Locale.ENGLISH), Explanation.class);
        return why.items().stream().map(item -> row(why, item)).toList();
    }

    private static WhyServed row(Explanation why, Recommendations.Item item) {
        return new WhyServed(
                why.id(),
                why.servedAt(),
                why.algorithm(),
                item.rank(),
                item.contentId(),
                item.title(),
                item.score(),
                item.reasons().stream().map(WordedReason::text).toList(),
                item.contributions().stream().map(ShownConclusions::text).toList());
    }

    private static String text(Contribution part) {
        return part.name() + " " + part.value();
    }

    private <A> A ask(Object question, Class<A> answer) {
        try {
            return questions.query(question, answer).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (TimeoutException slow) {
            throw new ReadModelUnavailable("A question was not answered in time", slow);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ReadModelUnavailable("Stopping", stopped);
        }
    }
}
