package com.videowindow.patina.eventlog.privacy;

import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.retention.Periods;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import com.videowindow.patina.eventlog.privacy.NamedSecrets.Secret;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    static boolean isPeriod(String name) {
        return name.startsWith(PERIOD);
    }

    @Override
    public List<RetentionPeriod> live(YearMonth through) {
        Map<String, RetentionPeriod> names = new HashMap<>();
        Stream.iterate(FIRST, month -> !month.isAfter(through), month -> month.plusMonths(1))
                .flatMap(month -> Arrays.stream(DataCategory.values()).map(kind -> new RetentionPeriod(kind, month)))
                .forEach(period -> names.put(name(period), period));
        List<RetentionPeriod> live = new ArrayList<>();
        PayloadKeys.available(() -> keys.secrets().find(names.keySet())).forEach((name, secret) -> {
            RetentionPeriod period = names.get(name);
            if (period != null && secret instanceof Secret.Live) {
                live.add(period);
            }
        });
        live.sort(null);
        return List.copyOf(live);
    }

    @Override
    public void end(Collection<RetentionPeriod> periods, Instant at) {
        keys.endPeriods(periods, at);
    }

    @Override
    public void scrub(Collection<RetentionPeriod> periods) {
        keys.scrubNames(periods.stream().map(StoredPeriods::name).toList());
    }

    @Override
    public void evict() {
        keys.forgetPeriods();
        opened.run();
    }
}
