package com.videowindow.patina.projections.runner;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.DeadLetters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How a document was: the fold that made it, over the events that stood in the log by then. It goes without what was
 * evicted and ends before an event that it fails over, as the live read model does.
 */
@Component
public final class PastState {
    private static final Logger log = LoggerFactory.getLogger(PastState.class);

    private final DeadLetters letters;

    PastState(DeadLetters letters) {
        this.letters = letters;
    }

    /**
     * A document made again.
     *
     * @param body absent where the events leave nothing
     * @param whole whether all events by then could be folded
     */
    public record Folded<D>(@Nullable D body, boolean whole) {}

    /** @param events all that may be of this document; what is later or of others is passed over */
    public <D> Folded<D> of(
            ReadModel<D> model, String key, SortedMap<LogPosition, DomainEvent> events, LogPosition until) {
        Set<LogPosition> evicted = letters.evicted(model.name());
        List<Positioned> ofKey = events.entrySet().stream()
                .takeWhile(event -> until.covers(event.getKey()))
                .filter(event -> !evicted.contains(event.getKey()))
                .filter(event -> isOf(model, key, event))
                .map(event -> new Positioned(event.getKey(), event.getValue()))
                .toList();
        if (ofKey.isEmpty()) {
            return new Folded<>(null, true);
        }
        try {
            return new Folded<>(model.applyAll(null, ofKey), true);
        } catch (RuntimeException e) {
            return beforePoison(model, ofKey);
        }
    }

    /** Folding is pure, so that doing it again one by one comes as far as can be. */
    private static <D> Folded<D> beforePoison(ReadModel<D> model, List<Positioned> events) {
        D body = null;
        for (Positioned one : events) {
            try {
                body = model.apply(body, one.event(), one.position());
            } catch (RuntimeException e) {
                log.warn("A past state ends early: {}", new Unfoldable(model.name(), one.position(), e).getMessage());
                return new Folded<>(body, false);
            }
        }
        return new Folded<>(body, true);
    }

    private static boolean isOf(ReadModel<?> model, String key, Map.Entry<LogPosition, DomainEvent> event) {
        return model.concerns(event.getValue().getClass()) && key.equals(model.key(event.getValue(), event.getKey()));
    }
}
