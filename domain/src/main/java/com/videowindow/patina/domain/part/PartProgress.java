package com.videowindow.patina.domain.part;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.ErasureProgress.Hold;
import com.videowindow.patina.domain.erasure.ErasureState;
import com.videowindow.patina.domain.erasure.Fence;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.request.Arrival;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The erasure of one part as it stands, folded from its events. What it is about is not in it.
 *
 * @param by who asked for it
 * @param due when it starts
 * @param deadline by which the law wants it done
 * @param arrival how it came; absent where that was not told
 * @param hold the newest legal reason to wait, also after it is gone
 * @param places what is hidden, and goes; absent until it was looked for
 * @param kinds whose keys are destroyed and made anew; none until it has started
 * @param closed whether nothing is sealed under the keys that go any more
 * @param kept what was meant too and stays; none until it has started
 * @param fence from when the keys are destroyed on
 * @param certificate at the end, unless the whole person was erased meanwhile
 * @param changed when it came to stand like this
 */
public record PartProgress(
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
        @Nullable Places places,
        Set<DataCategory> kinds,
        boolean closed,
        List<Kept> kept,
        @Nullable Instant started,
        @Nullable Instant erased,
        @Nullable Fence fence,
        @Nullable String certificate,
        Instant changed) {

    public PartProgress {
        kept = kept == null ? List.of() : List.copyOf(kept); // absent in documents that were written first
    }

    /** @param before absent where the event is the first of this erasure */
    public static PartProgress after(@Nullable PartProgress before, PartEvent event) {
        if (event instanceof PartErasureRequested asked) {
            return new PartProgress(
                    asked.erasure(),
                    asked.subject(),
                    ErasureState.PENDING,
                    asked.by(),
                    asked.regulation(),
                    asked.at(),
                    asked.due(),
                    asked.deadline(),
                    asked.arrival(),
                    null,
                    null,
                    Set.of(),
                    false,
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    asked.at());
        }
        if (before == null || !before.erasure().equals(event.erasure())) {
            throw new IllegalStateException("the erasure of a part begins with a request");
        }
        return before.then(event);
    }

    private PartProgress then(PartEvent event) {
        Instant at = event.at();
        return switch (event) {
            case PartErasureRequested again -> this;
            case PartErasureDescribed described -> this;
            case PartHidden hidden -> at(state, hold, hidden.places(), kinds, at);
            case PartErasureCancelled cancelled -> at(ErasureState.CANCELLED, hold, null, kinds, at);
            case PartErasureHeld held ->
                at(ErasureState.HELD, new Hold(held.basis(), held.reference(), held.by(), at), places, kinds, at);
            case PartErasureReleased released -> at(ErasureState.PENDING, hold, places, kinds, at);
            case PartErasureStarted start ->
                at(ErasureState.STARTED, hold, start.places(), start.kinds(), at)
                        .keeping(start.kept() == null ? List.of() : start.kept())
                        .since(at, null, null, null);
            case PartKeysClosed end -> at(state, hold, places, kinds, at).closing();
            case PartForgotten gone ->
                at(ErasureState.ERASED, hold, gone.places(), kinds, at).since(started, at, gone.fence(), null);
            case PartErasureCertified end ->
                at(ErasureState.COMPLETED, hold, places, kinds, at).since(started, erased, fence, end.certificate());
            case PartErasedWithWhole end -> at(ErasureState.COMPLETED, hold, places, kinds, at);
        };
    }

    private PartProgress at(
            ErasureState now, @Nullable Hold held, @Nullable Places found, Set<DataCategory> which, Instant at) {
        return with(now, held, found, which, closed, kept, started, erased, fence, certificate, at);
    }

    private PartProgress since(
            @Nullable Instant start, @Nullable Instant end, @Nullable Fence raised, @Nullable String certified) {
        return with(state, hold, places, kinds, closed, kept, start, end, raised, certified, changed);
    }

    private PartProgress keeping(List<Kept> stays) {
        return with(state, hold, places, kinds, closed, stays, started, erased, fence, certificate, changed);
    }

    private PartProgress closing() {
        return with(state, hold, places, kinds, true, kept, started, erased, fence, certificate, changed);
    }

    /** The same erasure, as it stands now. */
    private PartProgress with(
            ErasureState now,
            @Nullable Hold held,
            @Nullable Places found,
            Set<DataCategory> which,
            boolean ended,
            List<Kept> stays,
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable Fence raised,
            @Nullable String certified,
            Instant at) {
        return new PartProgress(
                erasure,
                subject,
                now,
                by,
                regulation,
                requested,
                due,
                deadline,
                arrival,
                held,
                found,
                which,
                ended,
                stays,
                start,
                end,
                raised,
                certified,
                at);
    }
}
