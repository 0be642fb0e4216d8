package com.videowindow.patina.api.part;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.ErasureProgress.Hold;
import com.videowindow.patina.domain.erasure.ErasureState;
import com.videowindow.patina.domain.erasure.HoldBasis;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.part.Kept;
import com.videowindow.patina.domain.part.PartProgress;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The erasure of a part as it is shown: it says nothing about who it is, nor about what goes.
 *
 * @param hidden whether what was asked for was found, and is neither used nor shown any more
 * @param due when it starts, or started
 * @param deadline by which the law wants it done
 * @param keysDestroyedAt from then on nobody reads it, nowhere
 * @param kept what was asked for too and stays, and on which basis; absent before it has started
 * @param hold the legal reason why it waits; absent while it does not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PartView(
        ErasureId id,
        ErasureState state,
        boolean hidden,
        Actor.Kind requestedBy,
        Regulation regulation,
        Instant requestedAt,
        Instant due,
        Instant deadline,
        @Nullable Instant keysDestroyedAt,
        @Nullable Instant completedAt,
        @Nullable List<Kept> kept,
        @Nullable PartHold hold) {

    /**
     * Why it waits.
     *
     * @param reference of the case, for officers alone
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PartHold(HoldBasis basis, @Nullable CaseReference reference, Instant since) {}

    /** As officers see it. */
    static PartView of(PartProgress one) {
        return of(one, hold -> new PartHold(hold.basis(), hold.reference(), hold.at()));
    }

    /** As its person sees it. */
    static PartView withoutCase(PartProgress one) {
        return of(one, hold -> new PartHold(hold.basis(), null, hold.at()));
    }

    private static PartView of(PartProgress one, Function<Hold, PartHold> shown) {
        Hold hold = one.state() == ErasureState.HELD ? one.hold() : null;
        return new PartView(
                one.erasure(),
                one.state(),
                one.places() != null,
                one.by().kind(),
                one.regulation(),
                one.requested(),
                one.due(),
                one.deadline(),
                one.erased(),
                one.state() == ErasureState.COMPLETED ? one.changed() : null,
                one.started() == null ? null : one.kept(),
                hold == null ? null : shown.apply(hold));
    }
}
