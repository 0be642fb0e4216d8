package com.videowindow.patina.domain.part;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.ErasureState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which facts of one person are to be left out, folded from the events of their erasures of parts. */
public final class HiddenPlaces {
    private final Map<ErasureId, PartProgress> parts = new HashMap<>();

    public void take(PartEvent step) {
        parts.compute(step.erasure(), (id, before) -> PartProgress.after(before, step));
    }

    public Set<LogPosition> positions() {
        Set<LogPosition> hidden = new HashSet<>();
        for (PartProgress part : parts.values()) {
            Places places = part.places();
            if (places != null && part.state() != ErasureState.CANCELLED) {
                hidden.addAll(places.positions());
            }
        }
        return hidden;
    }
}
