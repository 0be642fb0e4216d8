package com.videowindow.patina.projections.consent;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.CurrentConsents;
import com.videowindow.patina.domain.consent.OverdueConsents;
import com.videowindow.patina.domain.consent.Policies;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.Standing;
import com.videowindow.patina.domain.erasure.Leavers;
import com.videowindow.patina.domain.erasure.SubjectErased;
import com.videowindow.patina.projections.memory.Freshness;
import com.videowindow.patina.projections.memory.MemoryView;
import com.videowindow.patina.projections.runner.Positioned;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What everybody allows, in memory: a shared standing per person. Changes that this node stored itself are laid over it
 * until the log's reader has passed them, so that an older event that is still on its way cannot undo them. Answers nothing
 * but "no" while memory is too far behind.
 */
@Component
final class ConsentGate implements CurrentConsents, OverdueConsents, MemoryView {
    private final Map<SubjectId, Standing> standings = new ConcurrentHashMap<>();
    private final SharedStandings shared = new SharedStandings();
    private final UsedPurposes used = new UsedPurposes();
    private final Map<SubjectId, List<Own>> own = new ConcurrentHashMap<>();
    private final Freshness freshness;
    private final Leavers leavers;
    private final Policies policies;
    private final InstantSource clock;
    private volatile LogPosition read = LogPosition.START;

    @Autowired
    ConsentGate(Freshness freshness, Leavers leavers, Policies policies) {
        this(freshness, leavers, policies, Clock.systemUTC());
    }

    ConsentGate(Freshness freshness, Leavers leavers, Policies policies, InstantSource clock) {
        this.freshness = freshness;
        this.leavers = leavers;
        this.policies = policies;
        this.clock = clock;
    }

    private record Own(LogPosition position, ConsentEvent event) {}

    @Override
    public boolean isKnown() {
        return freshness.holds();
    }

    @Override
    public boolean allows(SubjectId subject, Purpose purpose) {
        return freshness.holds()
                && !leavers.isLeaving(subject)
                && remembered(subject).permits(purpose, policies, clock.instant());
    }

    @Override
    public Set<Purpose> allowedBy(SubjectId subject) {
        return freshness.holds() && !leavers.isLeaving(subject) ? permitted(remembered(subject)) : Set.of();
    }

    @Override
    public boolean isOn(SubjectId subject, Control control) {
        return !freshness.holds() || remembered(subject).isOn(control);
    }

    @Override
    public Standing standing(SubjectId subject) {
        return remembered(subject);
    }

    @Override
    public List<Overdue> overdue(Instant now, int most) {
        return !freshness.holds()
                ? List.of()
                : standings.entrySet().stream()
                        .filter(person -> !leavers.isLeaving(person.getKey()))
                        .flatMap(person -> person.getValue().purposes().keySet().stream()
                                .filter(purpose -> person.getValue().isOver(purpose, policies, now))
                                .map(purpose -> new Overdue(person.getKey(), purpose)))
                        .limit(most)
                        .toList();
    }

    /** What is allowed as far as memory has read, whether it is fresh or not. */
    Set<Purpose> permitted(Standing standing) {
        Instant now = clock.instant();
        Set<Purpose> permitted = new TreeSet<>();
        for (Purpose purpose : standing.purposes().keySet()) {
            if (standing.permits(purpose, policies, now)) {
                permitted.add(purpose);
            }
        }
        return permitted;
    }

    /** Of the engine's own uses, those that nobody's newest word allows, as far as the log's reader knows. */
    List<Purpose> allowedByNobody() {
        return used.ofNobody();
    }

    /** As the log's reader knows them. */
    Map<SubjectId, Standing> everybody() {
        return standings;
    }

    /**
     * Own changes are looked at first: what the reader passes meanwhile is then in the standing. Were it the other way round,
     * one could be in neither, and a withdrawal that was acknowledged would not hold for a moment.
     */
    private Standing remembered(SubjectId subject) {
        List<Own> changes = own.isEmpty() ? List.of() : own.getOrDefault(subject, List.of());
        LogPosition passed = read;
        Standing standing = standings.getOrDefault(subject, Standing.NONE);
        for (Own change : changes) {
            if (!passed.covers(change.position)) {
                standing = standing.after(change.event);
            }
        }
        return standing;
    }

    @Override
    public boolean concerns(Class<?> event) {
        return ConsentEvent.class.isAssignableFrom(event) || event == SubjectErased.class;
    }

    @Override
    public boolean wantsOwnAtOnce() {
        return true;
    }

    @Override
    public void on(Positioned event) {
        if (event.event() instanceof SubjectErased erased) {
            Standing gone = standings.remove(erased.subject());
            used.changed(gone == null ? Standing.NONE : gone, Standing.NONE);
            own.remove(erased.subject());
            return;
        }
        ConsentEvent change = (ConsentEvent) event.event();
        Standing before = standings.getOrDefault(change.subject(), Standing.NONE);
        Standing after = shared.shared(before.after(change));
        standings.put(change.subject(), after);
        used.changed(before, after);
        read = event.position();
        own.keySet().forEach(this::forgetOwn);
    }

    @Override
    public void onOwn(Positioned event) {
        if (event.event() instanceof ConsentEvent change) {
            own.compute(change.subject(), (subject, before) -> with(before, new Own(event.position(), change)));
            forgetOwn(change.subject());
        }
    }

    private static List<Own> with(@Nullable List<Own> before, Own change) {
        List<Own> changes = new ArrayList<>(before == null ? List.of() : before);
        int place = 0;
        while (place < changes.size() && change.position.covers(changes.get(place).position)) {
            place++;
        }
        changes.add(place, change);
        return List.copyOf(changes);
    }

    /** Those that the reader has passed. */
    private void forgetOwn(SubjectId subject) {
        own.computeIfPresent(subject, (who, changes) -> {
            List<Own> left = changes.stream()
                    .filter(change -> !read.covers(change.position))
                    .toList();
            return left.isEmpty() ? null : left;
        });
    }
}
