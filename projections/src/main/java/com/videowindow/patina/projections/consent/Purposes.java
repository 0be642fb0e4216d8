package com.videowindow.patina.projections.consent;

import com.videowindow.patina.domain.consent.Purpose;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A set of purposes; there are so few that all people share the same sixteen objects. */
final class Purposes {
    private static final Map<Set<Purpose>, Purposes> SHARED = new ConcurrentHashMap<>();

    static final Purposes NONE = shared(Set.of());

    private final Set<Purpose> purposes;

    private Purposes(Set<Purpose> purposes) {
        this.purposes = purposes;
    }

    private static Purposes shared(Set<Purpose> purposes) {
        return SHARED.computeIfAbsent(Set.copyOf(purposes), Purposes::new);
    }

    boolean allows(Purpose purpose) {
        return purposes.contains(purpose);
    }

    Purposes with(Purpose purpose, boolean granted) {
        Set<Purpose> changed = EnumSet.noneOf(Purpose.class);
        changed.addAll(purposes);
        boolean different = granted ? changed.add(purpose) : changed.remove(purpose);
        return different ? shared(changed) : this;
    }

    boolean isEmpty() {
        return purposes.isEmpty();
    }

    Set<Purpose> set() {
        return purposes;
    }
}
