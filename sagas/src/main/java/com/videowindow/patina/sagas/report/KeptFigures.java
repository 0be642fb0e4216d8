package com.videowindow.patina.sagas.report;

import com.videowindow.patina.command.report.RecordFigures;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.report.FigureKeeping;
import com.videowindow.patina.domain.report.GateFigures;
import com.videowindow.patina.domain.report.GateFigures.Withdrawals;
import com.videowindow.patina.domain.report.WithdrawalEffects;
import com.videowindow.patina.sagas.Rounds;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes down once a minute what this node counted since, where that is anything. A node that dies takes with it what it
 * counted in its last minute.
 */
@Component
final class KeptFigures extends Rounds implements FigureKeeping {
    private static final Logger log = LoggerFactory.getLogger(KeptFigures.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final List<String> COUNTERS =
            List.of("patina.refusals", "patina.events.refused", "patina.reads.refused");

    /** Refusals that are about whether data may be used. */
    private static final Set<String> USES =
            Set.of("consent-missing", "leaving", "erased", "before-erasure", "no-consent", "non-profiling");

    private final MeterRegistry meters;
    private final WithdrawalEffects effects;
    private final CommandGateway commands;
    private final Clock clock = Clock.systemUTC();
    private final UUID node = UUID.randomUUID();
    private final Map<String, Long> kept = new HashMap<>();
    private Withdrawals withdrawals = Withdrawals.NONE;
    private Instant from = clock.instant();

    KeptFigures(MeterRegistry meters, WithdrawalEffects effects, CommandGateway commands) {
        super("figures", EVERY);
        this.meters = meters;
        this.effects = effects;
        this.commands = commands;
    }

    @Override
    protected List<Runnable> rounds() {
        return List.of(this::attempt);
    }

    private void attempt() {
        try {
            keep();
        } catch (LogUnavailable e) {
            log.debug("Figures are kept later: {}", e.toString());
        } catch (RuntimeException e) {
            log.error("Figures cannot be kept; it is tried again", e);
        }
    }

    /** What could not be stored is in the next. */
    @Override
    public synchronized void keep() {
        withdrawals = withdrawals.and(effects.take());
        Map<String, Long> now = counted();
        Map<String, Long> more = new HashMap<>();
        now.forEach((reason, count) -> {
            long since = count - kept.getOrDefault(reason, 0L);
            if (since > 0) {
                more.put(reason, since);
            }
        });
        Instant at = clock.instant();
        GateFigures figures = new GateFigures(node, from, more, withdrawals, at);
        if (!figures.isNothing()) {
            commands.sendAndWait(new RecordFigures(figures));
            kept.putAll(now);
            withdrawals = Withdrawals.NONE;
        }
        from = at;
    }

    private Map<String, Long> counted() {
        Map<String, Long> counted = new HashMap<>();
        for (String name : COUNTERS) {
            for (Counter counter : meters.find(name).counters()) {
                String reason = counter.getId().getTag("reason");
                if (reason != null && USES.contains(reason)) {
                    counted.merge(reason, (long) counter.count(), Long::sum);
                }
            }
        }
        return counted;
    }
}
