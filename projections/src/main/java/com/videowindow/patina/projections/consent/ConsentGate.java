package com.videowindow.patina.projections.consent;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.CurrentConsents;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.erasure.Erasures;
import com.videowindow.patina.domain.erasure.SubjectErased;
import com.videowindow.patina.projections.memory.Freshness;
import com.videowindow.patina.projections.memory.MemoryView;
import com.videowindow.patina.projections.runner.Positioned;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * What everybody allows, in memory: one shared set of purposes per person who allows anything. Choices that this node
 * stored itself are laid over it until the log's reader has passed them, so that an older event that is still on its way
 * cannot undo them. Answers nothing but "no" while memory is too far behind.
 */
@Component
final class ConsentGate implements CurrentConsents, MemoryView {
    private final Map<SubjectId, Purposes> allowed = new ConcurrentHashMap<>();
    private final Map<Choice, Own> own = new ConcurrentHashMap<>();
    private final Freshness freshness;
    private final Erasures erasures;
    private volatile LogPosition read = LogPosition.START;

    ConsentGate(Freshness freshness, Erasures erasures) {
        this.freshness = freshness;
        this.erasures = erasures;
    }

    private record Choice(SubjectId subject, Purpose purpose) {}

    private record Own(LogPosition position, boolean granted) {}

    @Override
    public boolean allows(SubjectId subject, Purpose purpose) {
        return freshness.holds() && remembered(subject).allows(purpose);
    }

    @Override
    public Set<Purpose> allowedBy(SubjectId subject) {
        return freshness.holds() ? remembered(subject).set() : Set.of();
    }

    /** What this person allows as far as memory has read, whether it is fresh or not; who asked to be erased, nothing. */
    Purposes remembered(SubjectId subject) {
        if (erasures.isLeaving(subject)) {
            return Purposes.NONE;
        }
        Purposes purposes = allowed.getOrDefault(subject, Purposes.NONE);
        if (!own.isEmpty()) {
            for (Purpose purpose : Purpose.values()) {
                Own choice = own.get(new Choice(subject, purpose));
                purposes = choice == null ? purposes : purposes.with(purpose, choice.granted);
            }
        }
        return purposes;
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
            allowed.remove(erased.subject());
            own.keySet().removeIf(choice -> choice.subject.equals(erased.subject()));
            return;
        }
        ConsentEvent change = (ConsentEvent) event.event();
        boolean granted = change instanceof ConsentGiven;
        allowed.compute(change.subject(), (subject, before) -> {
            Purposes now = (before == null ? Purposes.NONE : before).with(change.purpose(), granted);
            return now.isEmpty() ? null : now;
        });
        read = event.position();
        own.values().removeIf(choice -> read.covers(choice.position));
    }

    @Override
    public void onOwn(Positioned event) {
        if (!(event.event() instanceof ConsentEvent change)) {
            return;
        }
        Own choice = new Own(event.position(), change instanceof ConsentGiven);
        own.merge(new Choice(change.subject(), change.purpose()), choice, ConsentGate::later);
        if (read.covers(event.position())) {
            own.remove(new Choice(change.subject(), change.purpose()), choice);
        }
    }

    private static Own later(Own one, Own other) {
        return one.position.covers(other.position) ? one : other;
    }
}
