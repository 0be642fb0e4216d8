package com.videowindow.patina.sagas.export;

import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessedEvent;
import com.videowindow.patina.domain.privacy.ProcessedModel;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;
import com.videowindow.patina.domain.retention.IdlePurposes;
import com.videowindow.patina.domain.retention.RetentionSchedule;
import com.videowindow.patina.domain.retention.Retentions;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the register says of a part: what for, on which basis, for whom; and how long it is kept by the schedule in force. */
@Component
final class Terms {
    private final ProcessedEvent.Known events;
    private final ProcessedModel.Known models;
    private final Retentions retentions;
    private final IdlePurposes idle;
    private final Clock clock = Clock.systemUTC();

    Terms(ProcessedEvent.Known events, ProcessedModel.Known models, Retentions retentions, IdlePurposes idle) {
        this.events = events;
        this.models = models;
        this.retentions = retentions;
        this.idle = idle;
    }

    /**
     * What the register says.
     *
     * @param months of each kind that it is of; none where only its person ends it
     */
    record Of(
            SortedSet<ProcessingPurpose> purposes,
            SortedSet<LawfulBasis> bases,
            SortedSet<Recipient> recipients,
            SortedSet<Integer> months) {}

    /**
     * Of what was concluded, the read model says it, of what happened the events.
     *
     * @throws IllegalStateException when the register does not know all of them, so that nothing is handed out unexplained
     */
    Of of(Collection<String> named, @Nullable String model) {
        List<ProcessedEvent> about = about(named);
        List<Processing> how =
                model == null ? about.stream().map(ProcessedEvent::how).toList() : List.of(model(model));
        return new Of(
                sorted(how, Processing::purposes),
                how.stream().map(Processing::basis).collect(Collectors.toCollection(TreeSet::new)),
                sorted(how, Processing::recipients),
                months(about));
    }

    private static <E extends Enum<E>> SortedSet<E> sorted(List<Processing> how, Function<Processing, E[]> what) {
        return how.stream().map(what).flatMap(Arrays::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    private SortedSet<Integer> months(List<ProcessedEvent> about) {
        RetentionSchedule schedule = retentions.now().schedule();
        Set<ProcessingPurpose> unused = idle.now();
        Instant now = clock.instant();
        return about.stream()
                .map(ProcessedEvent::category)
                .filter(Objects::nonNull)
                .map(category -> schedule.monthsAt(category, unused, now))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<ProcessedEvent> about(Collection<String> named) {
        List<ProcessedEvent> found = events.all().stream()
                .filter(event -> named.contains(event.name()))
                .toList();
        if (found.isEmpty() || found.size() < named.size()) {
            throw new IllegalStateException("the register does not know all of " + named);
        }
        return found;
    }

    private Processing model(String name) {
        return models.all().stream()
                .filter(model -> model.name().equals(name))
                .map(ProcessedModel::how)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the register does not know " + name));
    }
}
