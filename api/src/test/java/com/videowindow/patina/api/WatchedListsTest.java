package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.recommendation.Reason;
import com.videowindow.patina.domain.recommendation.RecentLists;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.query.recommendation.CheckFidelity;
import com.videowindow.patina.query.recommendation.Fidelity;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is served is checked behind everybody's back, and what is not what it says is found. */
class WatchedListsTest {
    private final ViewerOfTwoMonths viewer = new ViewerOfTwoMonths("watched-" + UUID.randomUUID());

    @BeforeAll
    static void publish() {
        CraftCatalogue.publish();
    }

    private RecommendationsServed served() {
        long position = viewer.does("bowl-1", "m-" + UUID.randomUUID(), Instant.now());
        JsonNode list = viewer.calls()
                .get("/api/v1/user/recommendations?limit=5&after=" + position)
                .json();
        RecommendationId id =
                new RecommendationId(UUID.fromString(list.path("id").asText()));
        return Node.context()
                .getBean(RecentLists.class)
                .find(new PlatformUserId(viewer.name()), Optional.of(viewer.subject()), id)
                .orElseThrow();
    }

    private static Fidelity checked(RecommendationsServed list) {
        return Node.context().getBean(Questions.class).ask(new CheckFidelity(list), Fidelity.class);
    }

    private static double counted(String tag, String value) {
        return Node.context().getBean(MeterRegistry.class).find("patina.fidelity").tag(tag, value).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static RecommendationsServed with(RecommendationsServed list, ServedItem first) {
        List<ServedItem> items = new ArrayList<>(list.items());
        items.set(0, first);
        return new RecommendationsServed(
                list.id(),
                list.subject(),
                list.algorithm(),
                list.model(),
                list.asOf(),
                list.consents(),
                list.fallback(),
                list.surface(),
                list.inputs(),
                items,
                list.at());
    }

    @Test
    void a_list_that_holds_is_told_from_one_with_another_score_reason_or_order() {
        double before = counted("outcome", "holds");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            RecommendationsServed list = served();
            ServedItem first = list.items().getFirst();
            ServedItem second = list.items().get(1);
            Reason untrue = new Reason("finished-category", null, List.of(new ContentId("joint-8")), 1);

            assertThat(checked(list)).isEqualTo(Fidelity.HOLDS);
            assertThat(checked(with(
                            list,
                            new ServedItem(
                                    first.content(), 1, first.score() + 0.01, first.contributions(), first.reasons()))))
                    .isEqualTo(Fidelity.SUM_DIFFERS);
            assertThat(checked(with(
                            list,
                            new ServedItem(first.content(), 1, first.score(), first.contributions(), List.of(untrue)))))
                    .isEqualTo(Fidelity.REASON_UNTRUE);
            assertThat(checked(with(
                            list,
                            new ServedItem(
                                    second.content(), 1, second.score(), second.contributions(), second.reasons()))))
                    .isEqualTo(Fidelity.LIST_DIFFERS);
        });
        await().until(() -> counted("outcome", "holds") > before);
        assertThat(counted("wrong", "true")).as("of all lists of these tests").isZero();
    }

    @Test
    void what_changed_meanwhile_is_no_mistake() {
        RecommendationsServed list = served();
        long position = viewer.does("bowl-2", "m-" + UUID.randomUUID(), Instant.now());
        viewer.calls().get("/api/v1/user/recommendations?limit=5&after=" + position);

        assertThat(checked(list)).isEqualTo(Fidelity.MOVED_ON);
    }
}
