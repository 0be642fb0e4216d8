package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.request.Arrival;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One erasure as it stands, folded from its events.
 *
 * @param by who asked for it
 * @param due when it starts
 * @param deadline by which the law wants it done
 * @param arrival how it came; absent where that was not told
 * @param hold the newest legal reason to wait, also after it is gone
 * @param fence from when the keys are destroyed on
 * @param certificate at the end
 * @param changed when it came to stand like this
 */
public record ErasureProgress(
        ErasureId erasure,
        SubjectId subject,
        ErasureState state,
        Actor by,
        Regulation regulation,
        Instant requested,
        Instant due,
        Instant deadline,
        @Nullable Arrival arrival,
        @Nullable Hold hold,
        @Nullable Instant started,
        @Nullable Instant erased,
        @Nullable Fence fence,
        @Nullable String certificate,
        Instant changed) {

    /** Why it had to wait, since when, and by whose decision. */
    public record Hold(HoldBasis basis, CaseReference reference, Actor by, Instant at) {}

    /** @param before absent where the event is the first of this erasure */
    public static ErasureProgress after(@Nullable ErasureProgress before, ErasureEvent event) {
        if (event instanceof ErasureRequested requested) {
            return new ErasureProgress(
                    requested.erasure(),
                    requested.subject(),
                    ErasureState.PENDING,
                    requested.by(),
                    requested.regulation(),
                    requested.at(),
                    requested.due(),
                    requested.deadline(),
                    requested.arrival(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    requested.at());
        }
        if (before == null || !before.erasure().equals(event.erasure())) {
            throw new IllegalStateException("an erasure begins with a request");
        }
        return before.then(event);
    }

    private ErasureProgress then(ErasureEvent event) {
        Instant at = event.at();
        return switch (event) {
            case ErasureRequested again -> this;
            case ErasureBroughtForward sooner ->
                with(state, sooner.due(), hold, started, erased, fence, certificate, at);
            case ErasureCancelled cancelled -> with(ErasureState.CANCELLED, hold, started, erased, fence, null, at);
            case ErasureHeld held ->
                with(
                        ErasureState.HELD,
                        new Hold(held.basis(), held.reference(), held.by(), at),
                        started,
                        erased,
                        fence,
                        null,
                        at);
            case ErasureReleased released ->
                with(ErasureState.PENDING, due(released), hold, started, erased, fence, null, at);
            case ErasureStarted start -> with(ErasureState.STARTED, hold, at, erased, fence, null, at);
            case SubjectErased done -> with(ErasureState.ERASED, hold, started, at, done.fence(), null, at);
            case PartyTold told -> this; // may come before the end or after it
            case ErasureCertified end ->
                with(ErasureState.COMPLETED, hold, started, erased, fence, end.certificate(), at);
        };
    }

    /** Where the keys are gone there is nothing to wait for. */
    private Instant due(ErasureReleased released) {
        return released.reason() == null || due.isBefore(released.at()) ? due : released.at();
    }

    private ErasureProgress with(
            ErasureState now,
            @Nullable Hold held,
            @Nullable Instant startedAt,
            @Nullable Instant erasedAt,
            @Nullable Fence raised,
            @Nullable String certified,
            Instant at) {
        return with(now, due, held, startedAt, erasedAt, raised, certified, at);
    }

    private ErasureProgress with(
            ErasureState now,
            Instant begins,
            @Nullable Hold held,
            @Nullable Instant startedAt,
            @Nullable Instant erasedAt,
            @Nullable Fence raised,
            @Nullable String certified,
            Instant at) {
        return new ErasureProgress(
                erasure,
                subject,
                now,
                by,
                regulation,
                requested,
                begins,
                deadline,
                arrival,
                held,
                startedAt,
                erasedAt,
                raised,
                certified,
                at);
    }
}
