package com.videowindow.patina.api.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.ErasureProgress;
import com.videowindow.patina.domain.erasure.ErasureProgress.Hold;
import com.videowindow.patina.domain.erasure.ErasureState;
import com.videowindow.patina.domain.erasure.HoldBasis;
import com.videowindow.patina.domain.erasure.Regulation;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An erasure as it is shown: it says nothing about who it is.
 *
 * @param due when it starts, or started
 * @param deadline by which the law wants it done
 * @param keysDestroyedAt from then on nobody reads what was kept about the person
 * @param hold the legal reason why it waits; absent while it does not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ErasureView(
        ErasureId id,
        ErasureState state,
        Actor.Kind requestedBy,
        Regulation regulation,
        Instant requestedAt,
        Instant due,
        Instant deadline,
        @Nullable Instant keysDestroyedAt,
        @Nullable Instant completedAt,
        @Nullable HoldView hold) {

    /**
     * Why it waits.
     *
     * @param reference of the case, for officers alone
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HoldView(HoldBasis basis, @Nullable CaseReference reference, Instant since) {}

    /** As officers see it. */
    static ErasureView of(ErasureProgress one) {
        return of(one, hold -> new HoldView(hold.basis(), hold.reference(), hold.at()));
    }

    /** As its person sees it. */
    static ErasureView withoutCase(ErasureProgress one) {
        return of(one, hold -> new HoldView(hold.basis(), null, hold.at()));
    }

    private static ErasureView of(ErasureProgress one, Function<Hold, HoldView> shown) {
        Hold hold = one.state() == ErasureState.HELD ? one.hold() : null;
        return new ErasureView(
                one.erasure(),
                one.state(),
                one.by().kind(),
                one.regulation(),
                one.requested(),
                one.due(),
                one.deadline(),
                one.erased(),
                one.state() == ErasureState.COMPLETED ? one.changed() : null,
                hold == null ? null : shown.apply(hold));
    }
}
