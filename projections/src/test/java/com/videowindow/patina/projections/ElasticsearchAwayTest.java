package com.videowindow.patina.projections;

import static com.videowindow.patina.projections.People.ANNA;
import static com.videowindow.patina.projections.People.BERT;
import static com.videowindow.patina.projections.People.NOON;
import static com.videowindow.patina.projections.People.SPOONS;
import static com.videowindow.patina.projections.People.allows;
import static com.videowindow.patina.projections.People.finishes;
import static com.videowindow.patina.projections.People.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.ProjectionProgress;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.domain.catalog.Catalog;
import com.videowindow.patina.domain.consent.CurrentConsents;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.embedded.EmbeddedElasticsearch;
import com.videowindow.patina.projections.memory.MemoryProgress;
import com.videowindow.patina.query.consent.ConsentLedger;
import com.videowindow.patina.query.interest.InterestProfiles;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElasticsearchAwayTest {
    @Test
    void an_outage_loses_nothing_and_memory_answers_meanwhile(@TempDir Path folder) {
        try (EmbeddedElasticsearch elasticsearch = EmbeddedElasticsearch.start(folder);
                OpenLog log = new OpenLog();
                Node node = Node.on(log, elasticsearch.uri())) {
            log.append(published(SPOONS), allows(ANNA, Purpose.PERSONALIZATION), finishes(ANNA, SPOONS, 0));
            node.caughtUp();
            assertThat(node.the(ConsentLedger.class).of(ANNA, NOON).degraded()).isFalse();
            elasticsearch.suspend();
            LogPosition last = new LogPosition(-1);
            for (int minute = 1; minute <= 200; minute++) {
                last = log.append(finishes(ANNA, SPOONS, minute));
            }
            memoryAnswers(node);
            assertThat(node.the(ProjectionProgress.class).all())
                    .filteredOn(status -> status.name().equals("interactions"))
                    .allMatch(status -> status.lagEvents() == 200);
            // Those too that have nothing to write.
            assertThat(node.the(ProjectionProgress.class).all())
                    .allMatch(status -> status.name().equals("memory") == (status.error() == null));
            elasticsearch.resume();
            elasticsearch.awaitHealthy();
            await().atMost(15, TimeUnit.SECONDS)
                    .until(() -> node.documents("interactions").size() == 201);
            node.caughtUp();
            assertThat(node.the(InterestProfiles.class).find(ANNA).position()).isEqualTo(last);
            assertThat(node.documents("interactions")).hasSize(201);
        }
    }

    private static void memoryAnswers(Node node) {
        InterestProfiles profiles = node.the(InterestProfiles.class);
        await().until(() -> profiles.find(ANNA).remembered());
        assertThat(profiles.find(ANNA).position().value()).isEqualTo(2);
        assertThatThrownBy(() -> profiles.find(BERT)).isInstanceOf(ReadModelUnavailable.class);
        assertThat(node.the(CurrentConsents.class).allows(ANNA, Purpose.PERSONALIZATION))
                .isTrue();
        assertThat(node.the(ConsentLedger.class)
                        .of(ANNA, NOON)
                        .of(Purpose.PERSONALIZATION)
                        .granted())
                .isTrue();
        assertThat(node.the(ConsentLedger.class).of(ANNA, NOON).degraded()).isTrue();
        assertThat(node.the(Catalog.class).content(SPOONS)).isPresent();
        long start = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            assertThat(profiles.find(ANNA).remembered()).isTrue();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void a_node_starts_without_it_and_has_its_memory() {
        try (OpenLog log = new OpenLog()) {
            log.append(published(SPOONS), allows(ANNA, Purpose.PERSONALIZATION));
            try (Node node = Node.on(log, URI.create("http://127.0.0.1:1"))) {
                await().until(() -> node.the(MemoryProgress.class).isReady());
                assertThat(node.the(CurrentConsents.class).allows(ANNA, Purpose.PERSONALIZATION))
                        .isTrue();
                assertThat(node.the(ProjectionProgress.class).all())
                        .filteredOn(status -> status.name().equals("catalog"))
                        .allMatch(status -> status.lagEvents() > 0);
            }
        }
    }
}
