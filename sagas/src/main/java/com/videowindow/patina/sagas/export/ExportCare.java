package com.videowindow.patina.sagas.export;

import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.domain.erasure.Erasures;
import com.videowindow.patina.domain.export.Archives;
import com.videowindow.patina.domain.export.ExportProgress;
import com.videowindow.patina.domain.export.ExportState;
import com.videowindow.patina.domain.export.Exports;
import com.videowindow.patina.domain.export.RemovalReason;
import com.videowindow.patina.sagas.Rounds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Makes archives, one at a time on each node, and removes them, again and again looking at which exports are open: what comes
 * next follows from the log and from what rests of the archive, so that a node that dies is followed by itself or another.
 */
@Component
@EnableConfigurationProperties(ExportSettings.class)
final class ExportCare extends Rounds {
    private static final Logger log = LoggerFactory.getLogger(ExportCare.class);
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(30);

    private final Exports exports;
    private final Erasures erasures;
    private final ExportSteps steps;
    private final Clock clock = Clock.systemUTC();
    private Instant swept = Instant.MIN;

    ExportCare(Exports exports, Erasures erasures, ExportSteps steps, ExportSettings settings, MeterRegistry meters) {
        super("exports", settings.look());
        this.exports = exports;
        this.erasures = erasures;
        this.steps = steps;
        Gauge.builder("patina.exports.preparing", () -> preparing(Instant.MAX)).register(meters);
        Gauge.builder("patina.exports.overdue", () -> preparing(clock.instant()))
                .register(meters);
    }

    /** Not made yet, and wanted by the law before this time. */
    private long preparing(Instant before) {
        return exports.open().stream()
                .filter(one -> one.state() == ExportState.PREPARING)
                .filter(one -> one.deadline().isBefore(before))
                .count();
    }

    @Override
    protected List<Runnable> rounds() {
        return List.of(() -> attempt(this::make), () -> attempt(this::remove));
    }

    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (LogUnavailable | ReadModelUnavailable e) {
            log.debug("Exports wait: {}", e.toString());
        } catch (Archives.Overtaken | Refused | ConcurrencyException | CommandExecutionException overtaken) {
            log.debug("An export was decided otherwise meanwhile: {}", overtaken.toString());
        } catch (RuntimeException e) {
            log.error("Exports fail and are tried again", e);
        }
    }

    private void make() {
        for (ExportProgress one : exports.open()) {
            if (one.state() == ExportState.PREPARING && !erasures.isBeingErased(one.subject())) {
                attempt(() -> steps.make(one, clock));
            }
        }
    }

    private void remove() {
        Instant now = clock.instant();
        Map<ExportProgress, RemovalReason> over = new LinkedHashMap<>();
        for (ExportProgress one : exports.open()) {
            Instant expires = one.expires();
            if (erasures.isBeingErased(one.subject())) { // not before: it can be taken back
                over.put(one, RemovalReason.LEAVING);
            } else if (one.state() == ExportState.READY && expires != null && !now.isBefore(expires)) {
                over.put(one, RemovalReason.EXPIRED);
            }
        }
        if (!over.isEmpty()) {
            steps.remove(over, now);
        }
        if (exports.isReady() && swept.plus(SWEEP_EVERY).isBefore(now)) {
            steps.removeRemains(exports.open(), now);
            swept = now;
        }
    }
}
