package com.videowindow.patina.domain.audit;

import com.videowindow.patina.domain.LogPosition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The events of the log one by one, as they are stored, for those who look into it. */
public interface LogEvents {

    /**
     * An event as it is stored: what it says about somebody is personal.
     *
     * @param key its stream and sequence, {@code stream@sequence}
     * @param subject whom it is about, by random id; absent when about nobody
     * @param metadata JSON; absent when empty
     * @param payload JSON
     */
    record Seen(
            LogPosition position,
            String key,
            String id,
            String type,
            String revision,
            Instant at,
            @Nullable String subject,
            @Nullable String metadata,
            String payload) {}

    /**
     * Which events; what is empty or absent leaves none out.
     *
     * @param types stored names
     * @param stream its name, or its beginning and {@code *}
     * @param from the earliest time
     * @param to the first time that is too late
     */
    record Choice(
            Set<String> types,
            @Nullable String stream,
            @Nullable Instant from,
            @Nullable Instant to) {

        public boolean includes(Seen seen) {
            return includes(seen.type(), seen.key(), seen.at());
        }

        /** @param key of the event, {@code stream@sequence} */
        public boolean includes(String type, String key, Instant at) {
            return (types.isEmpty() || types.contains(type))
                    && (stream == null || isOf(stream, key.substring(0, key.lastIndexOf('@'))))
                    && (from == null || !at.isBefore(from))
                    && (to == null || at.isBefore(to));
        }

        private static boolean isOf(String wanted, String stream) {
            return wanted.endsWith("*")
                    ? stream.startsWith(wanted.substring(0, wanted.length() - 1))
                    : stream.equals(wanted);
        }
    }

    /** @param event its position, its stream and sequence as {@code stream@sequence}, or its id */
    Optional<Seen> find(String event);

    /** The latest of those chosen, the oldest of them first. */
    List<Seen> newest(Choice choice, int atMost);

    /** Those chosen after a position, in order, up to the end that the log has now. */
    Stream<Seen> after(LogPosition position, Choice choice);

    /** All events of one stream, in order. */
    List<Seen> stream(String name);

    /** Position of the newest event. */
    LogPosition end();
}
