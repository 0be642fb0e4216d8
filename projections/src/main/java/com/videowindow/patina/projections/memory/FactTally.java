package com.videowindow.patina.projections.memory;

import com.videowindow.patina.domain.audit.UnknownEvent;
import com.videowindow.patina.domain.privacy.PersonalData;
import com.videowindow.patina.domain.retention.FactCounts;
import com.videowindow.patina.domain.retention.PeriodsEnded;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import com.videowindow.patina.projections.runner.Positioned;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts facts by kind and month as the log is read: by their type and time alone, so that none is decoded for it. */
@Component
final class FactTally implements FactCounts, MemoryView {
    private static final ClassValue<Kind> KINDS = new ClassValue<>() {
        @Override
        protected Kind computeValue(Class<?> type) {
            return new Kind(type.getAnnotation(PersonalData.class));
        }
    };

    private final Map<RetentionPeriod, Long> counts = new ConcurrentHashMap<>();

    private record Kind(@Nullable PersonalData data) {}

    /** An event that this version does not know is of a kind that it does not know. */
    void count(TrackedEventMessage<?> message) {
        try {
            PersonalData kind = KINDS.get(message.getPayloadType()).data();
            if (kind != null) {
                counts.merge(RetentionPeriod.of(kind.value(), message.getTimestamp()), 1L, Long::sum);
            }
        } catch (UnknownEvent e) {
            return;
        }
    }

    @Override
    public long of(RetentionPeriod period) {
        return counts.getOrDefault(period, 0L);
    }

    @Override
    public boolean concerns(Class<?> event) {
        return event == PeriodsEnded.class;
    }

    @Override
    public void on(Positioned event) {
        PeriodsEnded ended = (PeriodsEnded) event.event();
        if (ended.apart() == null) { // else some of them are left, nobody knows how many without looking
            counts.keySet().removeAll(ended.periods());
        }
    }
}
