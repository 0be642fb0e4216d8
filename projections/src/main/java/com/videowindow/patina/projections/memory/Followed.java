package com.videowindow.patina.projections.memory;

import com.videowindow.patina.projections.runner.Positioned;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Things by their ids, each as its events make it, which the log's reader and this node's own commits bring in either order: an
 * event that is not newer than what is in it changes nothing. What comes to its end is forgotten.
 *
 * @param <K> names a thing
 * @param <P> how far it is
 */
public final class Followed<K, P> {
    private final Map<K, Known<P>> known = new ConcurrentHashMap<>();

    /** @param position of the newest of its events that is in it */
    private record Known<P>(P progress, long position) {}

    /** What an event makes of a thing. */
    public interface Step<P> {

        /**
         * How far it is now; absent where it is over, or is not known and does not begin with this event; the same as before
         * where the event is none of its own.
         */
        @Nullable
        P after(@Nullable P before);
    }

    /** @return whether it is known now */
    public boolean take(K id, Positioned event, Step<P> step) {
        return known.compute(
                        id, (same, before) -> after(before, event.position().value(), step))
                != null;
    }

    @SuppressWarnings("NullAway") // what becomes of an entry of a map, which goes when nothing does
    private static <P> Known<P> after(Known<P> before, long position, Step<P> step) {
        if (before != null && before.position >= position) {
            return before;
        }
        P progress = before == null ? null : before.progress;
        P now = step.after(progress);
        if (now == null) {
            return null;
        }
        return now == progress ? before : new Known<>(now, position);
    }

    public boolean has(K id) {
        return known.containsKey(id);
    }

    public Optional<P> find(K id) {
        return Optional.ofNullable(known.get(id)).map(Known::progress);
    }

    public Stream<P> all() {
        return known.values().stream().map(Known::progress);
    }

    /** Forgets those. */
    public void removeIf(Predicate<P> old) {
        known.values().removeIf(each -> old.test(each.progress));
    }
}
