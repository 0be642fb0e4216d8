package com.videowindow.patina.domain.part;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.ReleaseReason;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestStep;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The reason to keep the data is gone.
 *
 * @param reason absent where somebody decided so
 */
public record PartErasureReleased(
        ErasureId erasure,
        SubjectId subject,
        Actor by,
        @Nullable ReleaseReason reason,
        Instant at) implements PartStep, RequestStep {
    @Override
    public RequestId request() {
        return new RequestId(erasure.value());
    }

    @Override
    public Step step() {
        return new Step.Released();
    }
}
