package com.videowindow.patina.projections.consent;

import com.videowindow.patina.domain.consent.ConsentStatus;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.Standing;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How many people allow each of the engine's own uses, counted as each person's standing changes: no question walks them. */
final class UsedPurposes {
    private final Map<Purpose, AtomicLong> people =
            Purpose.OWN.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), one -> new AtomicLong()));

    void changed(Standing before, Standing after) {
        people.forEach((purpose, count) -> {
            int more = counts(after, purpose) - counts(before, purpose);
            if (more != 0) {
                count.addAndGet(more);
            }
        });
    }

    /** What ran out was allowed, and its person is asked anew: nothing of theirs goes because of a date. */
    private static int counts(Standing standing, Purpose purpose) {
        ConsentStatus status = standing.of(purpose).status();
        return status.permits() || status == ConsentStatus.EXPIRED ? 1 : 0;
    }

    List<Purpose> ofNobody() {
        return people.entrySet().stream()
                .filter(one -> one.getValue().get() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }
}
