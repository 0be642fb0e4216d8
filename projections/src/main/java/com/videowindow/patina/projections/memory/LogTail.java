package com.videowindow.patina.projections.memory;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogEnd;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.audit.UnknownEvent;
import com.videowindow.patina.domain.retention.PeriodsEnded;
import com.videowindow.patina.projections.runner.Arrivals;
import com.videowindow.patina.projections.runner.Positioned;
import com.videowindow.patina.projections.runner.Routine;
import com.videowindow.patina.projections.runner.Unfoldable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The {@code memory} projection: one thread reads the log from its start into every {@link MemoryView}, with its token in
 * memory too. No Axon processor: there are no segments to share and no batches to commit, and a boot has to take 100,000
 * events in about a second.
 */
@Component
final class LogTail implements MemoryProgress, SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(LogTail.class);
    private static final int IDLE_MILLIS = 100;
    private static final Duration STOPPING = Duration.ofSeconds(2);
    private static final Duration PROBE = Duration.ofMillis(500);
    private static final Predicate<Class<?>> ENDS = PeriodsEnded.class::equals;

    /** Clocks of two nodes agree as well as that. */
    private static final Duration ALIKE = Duration.ofMinutes(5);

    private final EventStore events;
    private final LogInspection inspection;
    private final List<MemoryView> views;
    private final Freshness freshness;
    private final LogMarks marks = new LogMarks();
    private final Arrivals arrivals = new Arrivals(this::position);
    private final FactTally tally;
    private final HeardAgain again;
    private final Instant born = Instant.now();
    private volatile @Nullable TrackingToken token;
    private volatile LogPosition position = LogPosition.START;
    private volatile @Nullable String trouble;
    private volatile boolean running;
    private volatile boolean told;
    private volatile boolean ended;
    /** How many of the views have taken in the next event: those before one that failed over it, which is tried again. */
    private int heard;

    private boolean failed;

    private @Nullable Routine probing;
    private @Nullable Thread tail;

    LogTail(EventStore events, LogInspection inspection, List<MemoryView> views, Freshness freshness, FactTally tally) {
        this.events = events;
        this.inspection = inspection;
        this.views = views;
        this.freshness = freshness;
        this.tally = tally;
        this.again = new HeardAgain(events, this::position);
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            probe();
            tail = Thread.ofPlatform().daemon().name("memory-tail").start(this::follow);
            probing = Routine.every(PROBE, "memory-probe", this::probe);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (probing != null) {
            probing.stop();
        }
        again.stop();
        if (tail != null) {
            awaitEnd(tail);
            views.forEach(MemoryView::stop);
        }
    }

    private static void awaitEnd(Thread tail) {
        try {
            tail.join(STOPPING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Before the web server opens, and after it has closed. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void follow() {
        while (running) {
            try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(token)) {
                while (running) {
                    if (stream.hasNextAvailable(IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
                        take(stream.nextAvailable());
                    }
                    again.settle(position);
                    trouble = failed ? trouble : null;
                    tellWhenReady();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (UnknownEvent e) {
                end(e);
                return;
            } catch (RuntimeException e) {
                troubled(e);
            }
        }
    }

    private void take(TrackedEventMessage<?> message) {
        LogPosition at = Positioned.position(message.trackingToken());
        while (heard < views.size()) {
            tell(views.get(heard), message, at);
            heard++;
        }
        heard = 0;
        failed = false;
        marks.add(at, message.getTimestamp());
        tally.count(message);
        token = message.trackingToken();
        position = at;
        freshness.reached(at);
        arrivals.moved();
        if (endsNow(message)) {
            again.begin(views);
        }
    }

    /** Whether something that was heard by now was ended since this node began to listen, and not before. */
    private boolean endsNow(TrackedEventMessage<?> message) {
        Positioned ended = Positioned.of(message, ENDS);
        return ended != null && ended.event().at().isAfter(born.minus(ALIKE));
    }

    /** An error of the program would end the thread, and nobody would hear why memory stands still. */
    private static void tell(MemoryView view, TrackedEventMessage<?> message, LogPosition at) {
        try {
            Positioned event = Positioned.of(message, view::concerns);
            if (event != null) {
                view.on(event);
            }
        } catch (UnknownEvent e) {
            throw e;
        } catch (RuntimeException | Error e) {
            throw new Unfoldable("memory", at, e);
        }
    }

    private void tellWhenReady() {
        if (!told && freshness.isReady()) {
            views.forEach(MemoryView::caughtUp);
            told = true;
            log.info("Memory has read {} events and is at the head of the log", marks.read());
        }
    }

    /** Said once, since it is tried again and again. */
    private void troubled(RuntimeException e) {
        failed = failed || e instanceof Unfoldable;
        String why = e instanceof Unfoldable ? String.valueOf(e.getMessage()) : "the log cannot be read";
        if (!why.equals(trouble)) {
            log.warn("Memory cannot follow the log: {}", e.toString());
        }
        trouble = why;
        LockSupport.parkNanos(PROBE.toNanos());
    }

    /** It may be a withdrawal: from here on nobody counts as allowing anything. */
    private void end(UnknownEvent e) {
        freshness.stop();
        ended = true;
        trouble = "stopped after position " + position.value() + ": " + e.getMessage();
        log.error("Memory {}; start a version that does", trouble);
    }

    private void probe() {
        try {
            LogEnd end = inspection.end();
            marks.endsAt(end);
            freshness.probed(end.position());
        } catch (RuntimeException e) {
            log.debug("The log does not answer", e);
        }
    }

    @Override
    public boolean await(LogPosition wanted, Duration atMost) {
        return arrivals.await(wanted, atMost);
    }

    @Override
    public boolean awaitDerived(LogPosition wanted, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        return await(wanted, atMost)
                && views.stream().allMatch(view -> view.settles(Duration.ofNanos(end - System.nanoTime())));
    }

    @Override
    public LogPosition position() {
        return position;
    }

    @Override
    public LogMarks marks() {
        return marks;
    }

    @Override
    public boolean isReady() {
        return told;
    }

    @Override
    public boolean isAtItsEnd() {
        return ended;
    }

    @Override
    public @Nullable String trouble() {
        return trouble;
    }
}
