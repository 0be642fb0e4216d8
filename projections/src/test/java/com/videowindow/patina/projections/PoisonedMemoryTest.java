package com.videowindow.patina.projections;

import static com.videowindow.patina.projections.People.ANNA;
import static com.videowindow.patina.projections.People.DOVETAILS;
import static com.videowindow.patina.projections.People.SPOONS;
import static com.videowindow.patina.projections.People.allows;
import static com.videowindow.patina.projections.People.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.domain.consent.CurrentConsents;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.erasure.Holds;
import com.videowindow.patina.projections.memory.MemoryProgress;
import com.videowindow.patina.projections.memory.MemoryView;
import com.videowindow.patina.projections.runner.Positioned;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One of the views in memory fails over an event. Needs no Elasticsearch. */
class PoisonedMemoryTest {
    private final OpenLog log = new OpenLog();
    private final Hears before = new Hears();
    private final Hears failing = new Hears();
    private final Hears behind = new Hears();
    private final Node node = Node.on(log, URI.create("http://127.0.0.1:1"), List.of(before, failing, behind));
    private final MemoryProgress memory = node.the(MemoryProgress.class);

    /** Writes down what it hears of, unless it is broken. */
    private static final class Hears implements MemoryView {
        private final List<Long> heard = Collections.synchronizedList(new ArrayList<>());
        private volatile @Nullable Throwable broken;

        @Override
        public boolean concerns(Class<?> event) {
            return true;
        }

        @Override
        public void on(Positioned event) {
            Throwable failure = broken;
            if (failure instanceof RuntimeException e) {
                throw e;
            }
            if (failure instanceof Error e) {
                throw e;
            }
            heard.add(event.position().value());
        }
    }

    @AfterEach
    void close() {
        node.close();
        log.close();
    }

    @Test
    void it_says_over_which_event_and_goes_on_where_it_was_once_it_is_mended() {
        log.append(published(SPOONS));
        await().until(() -> behind.heard.size() == 1);
        failing.broken = new IllegalArgumentException("of " + ANNA);
        log.append(published(DOVETAILS));
        await().until(() -> memory.trouble() != null);
        assertThat(memory.trouble())
                .startsWith("memory failed over the event at position 1 with IllegalArgumentException")
                .doesNotContain(ANNA.toString());
        await().during(Duration.ofMillis(1_200)).until(() -> memory.trouble() != null);

        failing.broken = null;
        await().untilAsserted(() -> assertThat(memory.position()).isEqualTo(log.head()));
        await().until(() -> memory.trouble() == null);
        assertThat(List.of(before.heard, failing.heard, behind.heard)).containsOnly(List.of(0L, 1L));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nobody_counts_as_allowing_anything_while_it_stands_still(boolean error) {
        log.append(allows(ANNA, Purpose.PERSONALIZATION));
        CurrentConsents consents = node.the(CurrentConsents.class);
        await().until(() -> consents.allows(ANNA, Purpose.PERSONALIZATION));
        failing.broken = error ? new StackOverflowError() : new IllegalStateException();
        log.append(published(SPOONS));
        await().atMost(Node.PATIENCE).until(() -> !consents.allows(ANNA, Purpose.PERSONALIZATION));
        failing.broken = null;
        await().atMost(Node.PATIENCE).until(() -> consents.allows(ANNA, Purpose.PERSONALIZATION));
    }

    @Test
    void nothing_is_to_be_destroyed_by_what_it_says_of_holds_while_it_stands_still() {
        Holds holds = node.the(Holds.class);
        await().until(holds::isCurrent);
        failing.broken = new IllegalStateException();
        log.append(published(SPOONS));
        await().atMost(Node.PATIENCE).until(() -> !holds.isCurrent());
        assertThat(holds.isReady()).isTrue();
        failing.broken = null;
        await().atMost(Node.PATIENCE).until(holds::isCurrent);
    }
}
