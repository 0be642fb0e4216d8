package com.videowindow.patina.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.videowindow.patina.domain.audit.LogUnavailable;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlocksTest {

    @Test
    void the_time_of_a_block_behind_what_the_server_shows_is_out_of_reach_not_lost(@TempDir Path folder) {
        try (BareLog log = new BareLog(folder, EventLogSettings.DEFAULTS, new NobodyAsks())) {
            assertThat(log.store(Made.events("a", 1, 100))).hasSize(1);

            assertThat(log.blocks().timeOf(0)).isZero();
            assertThatThrownBy(() -> log.blocks().timeOf(1)).isInstanceOf(LogUnavailable.class);
        }
    }
}
