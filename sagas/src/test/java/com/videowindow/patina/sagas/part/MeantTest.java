package com.videowindow.patina.sagas.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.commerce.OrderId;
import com.videowindow.patina.domain.commerce.OrderPlaced;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.Standing;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import com.videowindow.patina.domain.feedback.FeedbackType;
import com.videowindow.patina.domain.interaction.Engagement;
import com.videowindow.patina.domain.interaction.InteractionContext;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interaction.MessageId;
import com.videowindow.patina.domain.interest.Facets;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.part.PartScope;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.RankingInputs;
import com.videowindow.patina.domain.recommendation.Reason;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.domain.recommendation.Weights;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MeantTest {
    private static final SubjectId ANNA = SubjectId.of("00000000-0000-4000-8000-00000000000a");
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final ContentId SPOONS = new ContentId("spoons");
    private static final ContentId BOWLS = new ContentId("bowls");
    private static final ContentId CHAIRS = new ContentId("chairs");
    private static final ConsentGiven ALLOWS_TRAINING =
            new ConsentGiven(ANNA, Purpose.TRAINING, new PolicyVersion("1"), Channel.WEB, NOON);

    private final SortedMap<LogPosition, DomainEvent> facts = new TreeMap<>();
    private Standing standing = Standing.NONE;

    private LogPosition add(DomainEvent fact) {
        LogPosition position = new LogPosition(facts.size());
        facts.put(position, fact);
        return position;
    }

    private LogPosition views(ContentId content, int day) {
        return add(new InteractionRecorded(
                ANNA,
                new MessageId("m-" + facts.size()),
                null,
                InteractionKind.VIEW,
                content,
                Facets.NONE,
                Engagement.NONE,
                InteractionContext.NONE,
                null,
                NOON.plus(Duration.ofDays(day)),
                NOON.plus(Duration.ofDays(day))));
    }

    private LogPosition likes(ContentId content) {
        return add(new FeedbackGiven(
                ANNA, new MessageId("f-1"), content, Facets.NONE, FeedbackType.LIKE, null, null, NOON));
    }

    private LogPosition orders(ContentId content) {
        return add(new OrderPlaced(ANNA, new OrderId("order-1"), content, List.of(), null, NOON));
    }

    private LogPosition isShown(ContentId content, ContentId because, int day) {
        Reason reason = new Reason("finished", null, List.of(because), 1);
        return add(new RecommendationsServed(
                new RecommendationId(UUID.randomUUID()),
                ANNA,
                Algorithm.HYBRID,
                new ModelVersion("none"),
                LogPosition.START,
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
                List.of(new ServedItem(content, 1, 0.5, List.of(), List.of(reason))),
                NOON.plus(Duration.ofDays(day))));
    }

    private Iterable<LogPosition> meant(PartScope scope) {
        return new Meant(scope, standing).among(facts);
    }

    @Test
    void an_item_goes_with_the_lists_that_showed_it_or_named_it_as_a_reason() {
        LogPosition view = views(SPOONS, 0);
        LogPosition like = likes(SPOONS);
        views(BOWLS, 0);
        LogPosition shown = isShown(SPOONS, BOWLS, 1);
        LogPosition reason = isShown(CHAIRS, SPOONS, 1);
        isShown(CHAIRS, BOWLS, 1);

        assertThat(meant(new PartScope(null, SPOONS, null, null, null))).containsExactly(view, like, shown, reason);
    }

    @Test
    void orders_and_choices_stay_whatever_is_asked_for() {
        orders(SPOONS);
        add(ALLOWS_TRAINING);

        assertThat(meant(new PartScope(null, SPOONS, null, null, null))).isEmpty();
        assertThat(meant(new PartScope(null, null, null, NOON.plusSeconds(9), null)))
                .isEmpty();
        assertThat(meant(new PartScope(Purpose.TRAINING, null, null, null, null)))
                .isEmpty();
    }

    @Test
    void a_period_takes_reasons_with_it_that_nothing_is_left_of() {
        LogPosition spoons = views(SPOONS, 0);
        LogPosition bowls = views(BOWLS, 0);
        views(BOWLS, 5);
        LogPosition about = isShown(CHAIRS, SPOONS, 6);
        isShown(CHAIRS, BOWLS, 6);

        assertThat(meant(new PartScope(null, null, NOON, NOON.plus(Duration.ofDays(1)), null)))
                .containsExactly(spoons, bowls, about);
    }

    @Test
    void scopes_narrow_each_other() {
        views(SPOONS, 0);
        LogPosition later = views(SPOONS, 2);
        views(BOWLS, 2);

        assertThat(meant(new PartScope(null, SPOONS, NOON.plus(Duration.ofDays(1)), null, null)))
                .containsExactly(later);
        assertThat(meant(new PartScope(null, SPOONS, null, null, later))).containsExactly(later);
        assertThat(meant(new PartScope(null, BOWLS, null, null, later))).isEmpty();
    }

    @Test
    void what_another_purpose_needs_that_is_allowed_stays() {
        LogPosition view = views(SPOONS, 0);
        LogPosition list = isShown(CHAIRS, SPOONS, 1);
        PartScope scope = new PartScope(Purpose.PERSONALIZATION, null, null, null, null);
        assertThat(meant(scope)).containsExactly(view, list);

        standing = Standing.NONE.after(ALLOWS_TRAINING);
        assertThat(meant(scope)).containsExactly(list);
    }
}
