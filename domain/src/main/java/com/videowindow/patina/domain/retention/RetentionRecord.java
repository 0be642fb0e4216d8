package com.videowindow.patina.domain.retention;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was decided and what was ended, folded from its events.
 *
 * @param endings all there were, the oldest first: about one a month
 */
public record RetentionRecord(RetentionSchedule schedule, List<Ending> endings) {
    public static final RetentionRecord NONE = new RetentionRecord(RetentionSchedule.USUAL, List.of());

    public RetentionRecord after(RetentionEvent event) {
        return switch (event) {
            case RetentionSet set -> new RetentionRecord(schedule.with(set.rule(), set.version()), endings);
            case PurposeRetentionSet set -> new RetentionRecord(schedule.with(set.rule(), set.version()), endings);
            case EndingStarted start -> {
                List<Ending> all = new ArrayList<>(endings);
                all.add(Ending.of(start));
                yield new RetentionRecord(schedule, List.copyOf(all));
            }
            case PeriodsEnded ended -> withLast(last().after(ended));
            case EndingCompleted completed -> withLast(last().after(completed));
        };
    }

    private Ending last() {
        return endings.getLast();
    }

    private RetentionRecord withLast(Ending changed) {
        List<Ending> all = new ArrayList<>(endings);
        all.set(all.size() - 1, changed);
        return new RetentionRecord(schedule, List.copyOf(all));
    }

    /** Of whom something was set apart, as the endings say whose secrets are gone. */
    public Map<RetentionPeriod, Set<SubjectId>> apart() {
        Map<RetentionPeriod, Set<SubjectId>> apart = new HashMap<>();
        endings.forEach(
                ending -> ending.periods().forEach(period -> apart.computeIfAbsent(period, first -> new HashSet<>())
                        .addAll(ending.apart())));
        return apart;
    }

    /** The one that is under way. */
    public Optional<Ending> open() {
        return endings.isEmpty() ? Optional.empty() : Optional.of(last()).filter(Ending::isOpen);
    }

    /**
     * Those of the periods that have to go by this time; also one that was ended before, if its secret came back, or it was
     * set apart for somebody.
     */
    public List<RetentionPeriod> due(Collection<RetentionPeriod> live, Set<ProcessingPurpose> idle, Instant at) {
        return live.stream()
                .filter(period -> schedule.isOver(period, idle, at) || wasEnded(period))
                .sorted()
                .toList();
    }

    private boolean wasEnded(RetentionPeriod period) {
        return endings.stream().anyMatch(ending -> ending.periods().contains(period));
    }
}
