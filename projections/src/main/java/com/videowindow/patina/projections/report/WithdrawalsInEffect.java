package com.videowindow.patina.projections.report;

import com.videowindow.patina.domain.consent.ConsentWithdrawn;
import com.videowindow.patina.domain.report.GateFigures.Withdrawals;
import com.videowindow.patina.domain.report.WithdrawalEffects;
import com.videowindow.patina.projections.memory.MemoryView;
import com.videowindow.patina.projections.runner.Positioned;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Measures on this node how long after a withdrawal was decided the log's reader has told memory of it, and so the gate: the
 * difference of two clocks where another node decided. On the node that decided it, the gate knows before the answer is given,
 * which is earlier than what is measured. What is read at the start, long after it happened, is not measured.
 */
@Component
@Order // after all that names no order, and so after the gate
final class WithdrawalsInEffect implements MemoryView, WithdrawalEffects {
    private static final List<Duration> BOUNDS =
            List.of(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(5));

    private final Clock clock = Clock.systemUTC();
    private final Timer timer;
    private Withdrawals untaken = Withdrawals.NONE;
    private volatile boolean live;

    WithdrawalsInEffect(MeterRegistry meters) {
        timer = Timer.builder("patina.consent.withdrawal.effect")
                .description("Time from a withdrawal's decision until this node's memory has it")
                .serviceLevelObjectives(BOUNDS.toArray(Duration[]::new))
                .register(meters);
    }

    @Override
    public boolean concerns(Class<?> event) {
        return event == ConsentWithdrawn.class;
    }

    @Override
    public void on(Positioned event) {
        if (live) {
            Duration took = Duration.between(event.event().at(), clock.instant());
            took = took.isNegative() ? Duration.ZERO : took;
            timer.record(took);
            add(took.toMillis());
        }
    }

    private synchronized void add(long millis) {
        Map<Long, Long> within = new TreeMap<>();
        BOUNDS.forEach(bound -> within.put(bound.toMillis(), millis <= bound.toMillis() ? 1L : 0));
        untaken = untaken.and(new Withdrawals(1, millis, millis, within));
    }

    @Override
    public synchronized Withdrawals take() {
        Withdrawals taken = untaken;
        untaken = Withdrawals.NONE;
        return taken;
    }

    @Override
    public void caughtUp() {
        live = true;
    }
}
