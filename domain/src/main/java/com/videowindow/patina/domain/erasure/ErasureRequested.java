package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.request.Arrival;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestStep;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked that everything about a person be erased. From here on nothing of it is used.
 *
 * @param due when it starts, until when it can be cancelled
 * @param deadline by which the law wants it done
 * @param arrival absent where it came as it was entered
 */
public record ErasureRequested(
        ErasureId erasure,
        SubjectId subject,
        Actor by,
        Regulation regulation,
        Instant due,
        Instant deadline,
        @Nullable Arrival arrival,
        Instant at)
        implements ErasureEvent, RequestStep {
    @Override
    public RequestId request() {
        return erasure.asRequest();
    }

    @Override
    public Step step() {
        return Step.Opened.entered(RequestKind.ERASURE, arrival, by, regulation, at);
    }
}
