package com.videowindow.patina.eventlog.privacy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Fences;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import com.videowindow.patina.eventlog.privacy.NamedSecrets.Secret;
import com.videowindow.patina.eventlog.privacy.Owners.Known;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What this node knows of the secrets of people and of months. An unknown one costs a question of the store, a known one a
 * look into memory; each is asked for again after a moment, since nodes are not told what another destroys.
 */
final class RememberedSecrets {
    private static final int PEOPLE = 100_000;
    private static final int MONTHS = 1_000;
    static final Duration ASK_AGAIN = Fences.ASKED_AGAIN;

    private final Closings closings = new Closings();
    private final Cache<SubjectId, Known> people = remembering(PEOPLE);
    private final Cache<RetentionPeriod, Known> months = remembering(MONTHS);

    /** How the store is asked for what is not remembered: to read, or to write, which makes what there is not yet. */
    interface Asking {
        Map<String, Secret> ask(Collection<String> names);
    }

    private interface Standing<K> {
        boolean isCurrent(K key, long asOf);
    }

    private static <K> Cache<K, Known> remembering(int most) {
        return Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(ASK_AGAIN)
                .build();
    }

    Map<SubjectId, Known> people(Collection<SubjectId> subjects, Asking asking) {
        return known(people, subjects, PayloadKeys::name, asking, closings::isCurrent);
    }

    Map<RetentionPeriod, Known> months(Collection<RetentionPeriod> periods, Asking asking) {
        return known(months, periods, StoredPeriods::name, asking, (month, asOf) -> closings.isCurrent(asOf));
    }

    private <K> Map<K, Known> known(
            Cache<K, Known> cache, Collection<K> keys, Function<K, String> name, Asking asking, Standing<K> standing) {
        long asOf = closings.now(); // before the store is asked
        Map<K, Known> found = new HashMap<>();
        Map<String, K> unknown = new TreeMap<>();
        for (K key : keys) {
            Known remembered = cache.getIfPresent(key);
            if (remembered == null || !standing.isCurrent(key, remembered.asOf())) {
                unknown.put(name.apply(key), key);
            } else {
                found.put(key, remembered);
            }
        }
        if (!unknown.isEmpty()) {
            PayloadKeys.available(() -> asking.ask(unknown.keySet())).forEach((asked, secret) -> {
                K key = Objects.requireNonNull(unknown.get(asked));
                Known now = new Known(secret, key instanceof SubjectId, asOf);
                found.put(key, now);
                cache.put(key, now);
            });
        }
        return found;
    }

    /** What this node read in the log of keys that were closed. */
    Closings closings() {
        return closings;
    }

    void forget(Collection<SubjectId> subjects) {
        people.invalidateAll(subjects);
    }

    /** With all that was derived from secrets of months. */
    void forgetMonths() {
        months.invalidateAll();
        people.invalidateAll();
    }
}
