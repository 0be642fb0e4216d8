package com.videowindow.patina.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.eventlog.Commit.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitterTest {
    private BareLog log;

    @BeforeEach
    void open(@TempDir Path folder) {
        log = new BareLog(folder, EventLogSettings.DEFAULTS, new NobodyAsks());
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void a_commit_above_15_megabytes_is_refused_and_told_how_large_it_is() {
        List<LoggedEvent> large = List.of(Made.event("a", 0, 8 << 20), Made.event("a", 1, 8 << 20));

        assertThatThrownBy(() -> log.store(List.of(large)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 15 MB; this one has 2 events and 1677");
        assertThat(log.blocks().last()).isEqualTo(-1);
    }

    @Test
    void a_commit_with_a_key_twice_conflicts_with_itself_over_that_key() {
        List<LoggedEvent> twice =
                List.of(Made.event("a", 0), Made.event("a", 1), Made.event("a", 0), Made.event("a", 2));

        assertThat(log.store(List.of(twice))).containsExactly(new Outcome.Conflict("a@0"));
        assertThat(log.conflicts()).isOne();
    }

    @Test
    void of_commits_with_one_key_that_wait_together_the_later_conflict_and_are_counted() {
        List<Outcome> outcomes = log.store(List.of(
                List.of(Made.event("a", 0)),
                List.of(Made.event("a", 0)),
                List.of(Made.event("b", 0)),
                List.of(Made.event("a", 0), Made.event("c", 0))));

        assertThat(outcomes).filteredOn(Outcome.Landed.class::isInstance).hasSize(2);
        assertThat(outcomes).filteredOn(new Outcome.Conflict("a@0")::equals).hasSize(2);
        await().until(() -> log.conflicts() == 2); // counted after they were told
    }
}
