package com.videowindow.patina.command.part;

import com.videowindow.patina.domain.Refusal;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.ErasureState;
import com.videowindow.patina.domain.part.PartErasureDescribed;
import com.videowindow.patina.domain.part.PartEvent;
import com.videowindow.patina.domain.part.PartProgress;
import com.videowindow.patina.domain.part.PartScope;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One person's, as their stream tells. Bounded: those that are open, of which there is a limit, and the latest that came to
 * their end, by whose ids repeated requests are known.
 */
final class PartsSoFar {
    private static final int MOST_ENDED = 200;
    private static final Set<ErasureState> ON_ITS_WAY = Set.of(ErasureState.STARTED, ErasureState.ERASED);

    private final Map<ErasureId, PartProgress> known = new LinkedHashMap<>();
    private final Map<ErasureId, PartScope> open = new HashMap<>();

    @Nullable
    PartProgress find(ErasureId erasure) {
        return known.get(erasure);
    }

    PartProgress demand(ErasureId erasure) {
        PartProgress now = known.get(erasure);
        if (now == null) {
            throw new Refused(new Refusal.UnknownErasure());
        }
        return now;
    }

    /** What it is about; absent once it came to its end. */
    @Nullable
    PartScope scope(ErasureId erasure) {
        return open.get(erasure);
    }

    int open() {
        return open.size();
    }

    boolean isOneOnItsWay() {
        return known.values().stream().anyMatch(one -> ON_ITS_WAY.contains(one.state()));
    }

    void on(PartEvent event) {
        PartProgress now = PartProgress.after(known.get(event.erasure()), event);
        known.put(event.erasure(), now);
        if (event instanceof PartErasureDescribed described) {
            open.put(event.erasure(), described.scope());
        }
        if (!now.state().isOpen()) {
            open.remove(event.erasure());
            dropOldest();
        }
    }

    private void dropOldest() {
        long ended =
                known.values().stream().filter(one -> !one.state().isOpen()).count();
        if (ended > MOST_ENDED) {
            known.values().stream()
                    .filter(one -> !one.state().isOpen())
                    .findFirst()
                    .ifPresent(oldest -> known.remove(oldest.erasure()));
        }
    }
}
