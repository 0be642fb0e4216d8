package com.videowindow.patina.projections;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.ContentPublished;
import com.videowindow.patina.domain.catalog.CreatorId;
import com.videowindow.patina.domain.catalog.Description;
import com.videowindow.patina.domain.catalog.SkillLevel;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ConsentWithdrawn;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import com.videowindow.patina.domain.feedback.FeedbackType;
import com.videowindow.patina.domain.interaction.Engagement;
import com.videowindow.patina.domain.interaction.InteractionContext;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interaction.MessageId;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.Contribution;
import com.videowindow.patina.domain.recommendation.RankingInputs;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.domain.recommendation.Weights;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Who and what the tests are about. */
final class People {
    static final SubjectId ANNA = SubjectId.of("00000000-0000-7000-8000-00000000000a");
    static final SubjectId BERT = SubjectId.of("00000000-0000-7000-8000-00000000000b");
    static final ContentId DOVETAILS = new ContentId("dovetails");
    static final ContentId SPOONS = new ContentId("spoons");
    static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final AtomicInteger MESSAGES = new AtomicInteger();

    private People() {}

    static Content content(ContentId id) {
        Description about = new Description(
                "All about " + id,
                "How it is done",
                null,
                new CreatorId("marta"),
                "woodworking",
                "joinery",
                List.of(),
                List.of(id.value()),
                List.of("oak"),
                SkillLevel.BEGINNER,
                List.of("hand-tools"),
                "en");
        return new Content(id, about, null, Duration.ofMinutes(12), NOON, List.of());
    }

    static ContentPublished published(ContentId id) {
        return new ContentPublished(content(id), NOON);
    }

    static ConsentGiven allows(SubjectId subject, Purpose purpose) {
        return new ConsentGiven(subject, purpose, new PolicyVersion("1"), Channel.WEB, NOON);
    }

    static ConsentWithdrawn withdraws(SubjectId subject, Purpose purpose) {
        return new ConsentWithdrawn(subject, purpose, new PolicyVersion("1"), Channel.WEB, NOON.plusSeconds(60));
    }

    static InteractionRecorded finishes(SubjectId subject, ContentId content, int minute) {
        return views(subject, content, 1.0, minute);
    }

    static InteractionRecorded views(SubjectId subject, ContentId content, double completion, int minute) {
        Instant at = NOON.plus(Duration.ofMinutes(minute));
        return new InteractionRecorded(
                subject,
                message(),
                null,
                InteractionKind.VIEW,
                content,
                content(content).description().facets(),
                new Engagement(700.0 * completion, completion, null),
                InteractionContext.NONE,
                null,
                at,
                at);
    }

    static FeedbackGiven likes(SubjectId subject, ContentId content, int minute) {
        return new FeedbackGiven(
                subject,
                message(),
                content,
                content(content).description().facets(),
                FeedbackType.LIKE,
                null,
                null,
                NOON.plus(Duration.ofMinutes(minute)));
    }

    static RecommendationsServed served(SubjectId subject, RecommendationId id) {
        ServedItem item = new ServedItem(SPOONS, 1, 0.5, List.of(new Contribution("interest", 0.5)), List.of());
        return new RecommendationsServed(
                id,
                subject,
                Algorithm.HYBRID,
                new ModelVersion("cooccurrence@1"),
                new LogPosition(1),
                List.of(Purpose.PERSONALIZATION),
                null,
                "home",
                new RankingInputs(
                        new Weights(0.4, 0.6, 0.1, 0.03, 0.04, 0.06),
                        1,
                        List.of(),
                        List.of(),
                        LogPosition.START,
                        LogPosition.START,
                        LogPosition.START,
                        null,
                        7,
                        null),
                List.of(item),
                NOON);
    }

    private static MessageId message() {
        return new MessageId("message-" + MESSAGES.incrementAndGet());
    }
}
