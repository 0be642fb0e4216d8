package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestStep;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The reason to keep the data is gone.
 *
 * @param reason absent where somebody decided so
 */
public record ErasureReleased(
        ErasureId erasure,
        SubjectId subject,
        Actor by,
        @Nullable ReleaseReason reason,
        Instant at) implements ErasureEvent, RequestStep {
    @Override
    public RequestId request() {
        return erasure.asRequest();
    }

    @Override
    public Step step() {
        return new Step.Released();
    }
}
