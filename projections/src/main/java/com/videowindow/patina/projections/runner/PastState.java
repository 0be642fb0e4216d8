package com.videowindow.patina.projections.runner;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** How a document was: the fold that made it, over the events that stood in the log by then. */
public final class PastState {
    private PastState() {}

    /** @param events all that may be of this document; what is later or of others is passed over */
    public static <D> @Nullable D of(
            ReadModel<D> model, String key, SortedMap<LogPosition, DomainEvent> events, LogPosition until) {
        List<Positioned> ofKey = events.entrySet().stream()
                .takeWhile(event -> until.covers(event.getKey()))
                .filter(event -> isOf(model, key, event))
                .map(event -> new Positioned(event.getKey(), event.getValue()))
                .toList();
        return ofKey.isEmpty() ? null : model.applyAll(null, ofKey);
    }

    private static boolean isOf(ReadModel<?> model, String key, Map.Entry<LogPosition, DomainEvent> event) {
        return model.concerns(event.getValue().getClass()) && key.equals(model.key(event.getValue(), event.getKey()));
    }
}
