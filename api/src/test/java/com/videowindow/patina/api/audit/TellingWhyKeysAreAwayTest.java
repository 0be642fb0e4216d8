package com.videowindow.patina.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.videowindow.patina.eventlog.privacy.LocalMasterKey;
import com.videowindow.patina.eventlog.privacy.MasterElsewhere;
import com.videowindow.patina.eventlog.privacy.MasterMark;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.health.Status;

class TellingWhyKeysAreAwayTest {

    /** Of a store that another home has renewed the master of. */
    private record Moved(int to) implements MasterMark {
        @Override
        public int nowOr(int first) {
            return to;
        }

        @Override
        public Closed closed() {
            return new Closed(0, 0);
        }

        @Override
        public boolean move(int former, int next) {
            return false;
        }
    }

    @Test
    void a_home_that_another_overtook_is_told_what_to_do_and_stays_in_service(@TempDir Path home) {
        LocalMasterKey master = LocalMasterKey.of(home);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        KeysHealth health = new KeysHealth(master::away, meters);
        assertThat(health.health().getDetails()).isEmpty();
        assertThat(meters.get("patina.keys.away").gauge().value()).isZero();

        assertThatThrownBy(() -> master.heed(new Moved(-1))).isInstanceOf(MasterElsewhere.class);

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails().get("keys"))
                .asString()
                .contains("another home uses it", "Put back the keys/")
                .doesNotContain("service of the master key");
        assertThat(meters.get("patina.keys.away").gauge().value()).isOne();
    }
}
