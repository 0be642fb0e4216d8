package com.videowindow.patina.projections.retention;

import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.KeptFor;
import com.videowindow.patina.domain.retention.IdlePurposes;
import com.videowindow.patina.domain.retention.Periods;
import com.videowindow.patina.domain.retention.PeriodsEnded;
import com.videowindow.patina.domain.retention.RetentionEvent;
import com.videowindow.patina.domain.retention.RetentionRecord;
import com.videowindow.patina.domain.retention.Retentions;
import com.videowindow.patina.projections.memory.MemoryView;
import com.videowindow.patina.projections.runner.Positioned;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The schedule and its endings in memory. Keys that were destroyed on any node leave this one as its reader comes by. */
@Component
final class KnownRetention implements Retentions, KeptFor, MemoryView {
    private final Periods periods;
    private final IdlePurposes idle;
    private volatile RetentionRecord now = RetentionRecord.NONE;
    private volatile boolean ready;

    KnownRetention(Periods periods, IdlePurposes idle) {
        this.periods = periods;
        this.idle = idle;
    }

    @Override
    public boolean concerns(Class<?> event) {
        return RetentionEvent.class.isAssignableFrom(event);
    }

    @Override
    public void on(Positioned event) {
        if (event.event() instanceof PeriodsEnded) {
            periods.evict();
        }
        now = now.after((RetentionEvent) event.event());
    }

    @Override
    public void caughtUp() {
        ready = true;
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public Optional<String> rule(DataCategory category, Instant at) {
        Integer months = now.schedule().monthsAt(category, idle.now(), at);
        return Optional.of(months == null ? "as long as the person is there" : months + " months");
    }

    @Override
    public RetentionRecord now() {
        return now;
    }
}
