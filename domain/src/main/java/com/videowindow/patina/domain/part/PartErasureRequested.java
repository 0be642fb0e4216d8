package com.videowindow.patina.domain.part;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.request.Arrival;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestStep;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked that a part of what stands in the log about a person by now be erased.
 *
 * @param due when it starts, until when it can be cancelled
 * @param deadline by which the law wants it done
 * @param arrival absent where it came as it was entered
 */
public record PartErasureRequested(
        ErasureId erasure,
        SubjectId subject,
        Actor by,
        Regulation regulation,
        Instant due,
        Instant deadline,
        @Nullable Arrival arrival,
        Instant at)
        implements PartStep, RequestStep {
    @Override
    public RequestId request() {
        return new RequestId(erasure.value());
    }

    @Override
    public Step step() {
        return Step.Opened.entered(RequestKind.PARTIAL_ERASURE, arrival, by, regulation, at);
    }
}
