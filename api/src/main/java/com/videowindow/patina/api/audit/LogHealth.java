package com.videowindow.patina.api.audit;

import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.audit.LogStopped;
import com.videowindow.patina.domain.audit.LogUnavailable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * A log that does not answer for a while is told, and takes no node out of service: memory goes on answering. One whose
 * disk failed comes back only when somebody has seen to it.
 */
@Component("log")
final class LogHealth implements HealthIndicator {

    private final LogInspection log;

    LogHealth(LogInspection log, MeterRegistry meters) {
        this.log = log;
        Gauge.builder("patina.log.away", () -> answers() ? 0 : 1)
                .description("Whether the log does not answer this node")
                .register(meters);
    }

    private boolean answers() {
        try {
            log.end();
            return true;
        } catch (LogUnavailable e) {
            return false;
        }
    }

    @Override
    public Health health() {
        try {
            log.end();
            return Health.up().build();
        } catch (LogStopped stopped) {
            return Health.down()
                    .withDetail("log", String.valueOf(stopped.getMessage()))
                    .build();
        } catch (LogUnavailable away) {
            return Health.up().withDetail("log", "does not answer").build();
        }
    }
}
