package com.videowindow.patina.eventlog.privacy;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks one question for all who want to know at the same time, as a group commit is one sync for all who wrote: who comes
 * while a question is under way is asked for with the next. Nobody waits for others to come, so that one alone loses nothing.
 */
final class Together<K, V> {
    private final Function<Collection<K>, Map<K, V>> question;
    private final Queue<Asked<K, V>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock asking = new ReentrantLock();

    /** @param question answers for any number of keys; what it throws, all who were asked for are told */
    Together(Function<Collection<K>, Map<K, V>> question) {
        this.question = question;
    }

    private static final class Asked<K, V> {
        private final Collection<K> keys;
        private @Nullable Map<K, V> answer;
        private @Nullable RuntimeException failure;

        private Asked(Collection<K> keys) {
            this.keys = keys;
        }
    }

    Map<K, V> ask(Collection<K> keys) {
        Asked<K, V> mine = new Asked<>(keys);
        waiting.add(mine);
        asking.lock();
        try {
            if (mine.answer == null && mine.failure == null) {
                askForAllAnd(mine);
            }
        } finally {
            asking.unlock();
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
        Map<K, V> own = new HashMap<>(Objects.requireNonNull(mine.answer));
        own.keySet().retainAll(keys);
        return own;
    }

    /** How many ask for whom no question is under way. */
    int waiting() {
        return waiting.size();
    }

    /** This one among them even where an error ended the question that it was in. */
    private void askForAllAnd(Asked<K, V> mine) {
        Set<Asked<K, V>> all = new LinkedHashSet<>(List.of(mine));
        for (Asked<K, V> next = waiting.poll(); next != null; next = waiting.poll()) {
            all.add(next);
        }
        Set<K> keys = new LinkedHashSet<>();
        all.forEach(each -> keys.addAll(each.keys));
        try {
            Map<K, V> answer = question.apply(keys);
            all.forEach(each -> each.answer = answer);
        } catch (RuntimeException failure) {
            all.forEach(each -> each.failure = failure);
        }
    }
}
