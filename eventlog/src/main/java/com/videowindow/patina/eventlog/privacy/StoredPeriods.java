package com.videowindow.patina.eventlog.privacy;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.retention.Periods;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import com.videowindow.patina.eventlog.privacy.NamedSecrets.Secret;
import com.videowindow.patina.eventlog.privacy.PayloadKeys.Use;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The secrets of periods among those of people. Which there are is asked for by name, month by month from 1970 on: a few
 * thousand names, found by key, also those to which a wrong clock led.
 */
public final class StoredPeriods implements Periods {
    private static final String PERIOD = "period/";
    private static final YearMonth FIRST = YearMonth.of(1970, 1);
    private static final int MONTHS_A_YEAR = 12;

    private final PayloadKeys keys;
    private final Runnable opened;

    /** @param opened empties what this node keeps of the log in memory, opened */
    public StoredPeriods(PayloadKeys keys, Runnable opened) {
        this.keys = keys;
        this.opened = opened;
    }

    /** The month is counted from year 0. */
    static String name(RetentionPeriod period) {
        YearMonth month = period.month();
        int count = month.getYear() * MONTHS_A_YEAR + month.getMonthValue() - 1;
        return PERIOD + period.category().number() + '/' + count;
    }

    static RetentionPeriod parsed(String name) {
        String[] parts = name.substring(PERIOD.length()).split("/", 2);
        int count = Integer.parseInt(parts[1]);
        return new RetentionPeriod(
                DataCategory.of(Integer.parseInt(parts[0])),
                YearMonth.of(count / MONTHS_A_YEAR, count % MONTHS_A_YEAR + 1));
    }

    static boolean isPeriod(String name) {
        return name.startsWith(PERIOD);
    }

    @Override
    public List<RetentionPeriod> live(YearMonth through, Set<SubjectId> held) {
        Map<String, RetentionPeriod> names = new HashMap<>();
        Stream.iterate(FIRST, month -> !month.isAfter(through), month -> month.plusMonths(1))
                .flatMap(month -> Arrays.stream(DataCategory.values()).map(kind -> new RetentionPeriod(kind, month)))
                .forEach(period -> names.put(name(period), period));
        Set<RetentionPeriod> live = new TreeSet<>();
        PayloadKeys.available(() -> keys.secrets().find(names.keySet())).forEach((name, secret) -> {
            RetentionPeriod period = names.get(name);
            if (period != null && secret instanceof Secret.Live) {
                live.add(period);
            }
        });
        PayloadKeys.available(() -> keys.apart().all()).stream()
                .filter(use ->
                        !held.contains(use.subject()) && !use.period().month().isAfter(through))
                .forEach(use -> live.add(use.period()));
        return List.copyOf(live);
    }

    @Override
    public Set<SubjectId> end(
            Collection<RetentionPeriod> periods,
            Set<SubjectId> held,
            Map<RetentionPeriod, Set<SubjectId>> told,
            Instant at) {
        keys.forgetPeriods(); // another node may have ended some
        held.forEach(person -> periods.forEach(period -> setApart(new Use(person, period))));
        keys.endPeriods(periods, at);
        PayloadKeys.available(() -> {
            keys.apart()
                    .end(
                            apart(periods)
                                    .filter(use -> !held.contains(use.subject()) && isTold(told, use))
                                    .toList(),
                            at);
            return true;
        });
        keys.forgetPeriods();
        return PayloadKeys.available(() -> apart(periods).map(Use::subject).collect(toUnmodifiableSet()));
    }

    private static boolean isTold(Map<RetentionPeriod, Set<SubjectId>> told, Use use) {
        return told.getOrDefault(use.period(), Set.of()).contains(use.subject());
    }

    private Stream<Use> apart(Collection<RetentionPeriod> periods) {
        return keys.apart().all().stream().filter(use -> periods.contains(use.period()));
    }

    /** Each time anew, since a part of theirs may be erased at the same time, and turn their keys. */
    private void setApart(Use use) {
        if (!keys.isEnded(use)) {
            Map<PersonSecret.Part, byte[]> all = new HashMap<>();
            parts(use).forEach(part -> keys.owners(use.subject(), use.period())
                    .derived(new KeptFacts.Place(use.subject(), use.period(), part.generation()))
                    .ifPresent(key -> all.put(part, key)));
            if (!all.isEmpty()) {
                PayloadKeys.available(() -> {
                    keys.apart().set(use, all);
                    return true;
                });
            }
        }
    }

    private Stream<PersonSecret.Part> parts(Use use) {
        return PayloadKeys.available(() -> keys.secrets().live(PayloadKeys.name(use.subject()))).stream()
                .flatMap(secret -> PersonSecret.of(secret).parts().stream())
                .filter(part -> part.category() == use.category().number());
    }

    @Override
    public Map<RetentionPeriod, Long> apart() {
        return PayloadKeys.available(() -> keys.apart().all()).stream()
                .collect(groupingBy(Use::period, TreeMap::new, counting()));
    }

    @Override
    public void scrub(Collection<RetentionPeriod> periods) {
        List<String> ended = PayloadKeys.available(() -> keys.apart().ended(periods));
        keys.scrubNames(Stream.concat(periods.stream().map(StoredPeriods::name), ended.stream())
                .toList());
        PayloadKeys.available(() -> {
            keys.apart().remove(ended);
            return true;
        });
    }

    @Override
    public void evict() {
        keys.forgetPeriods();
        opened.run();
    }
}
