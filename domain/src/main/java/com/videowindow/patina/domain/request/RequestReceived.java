package com.videowindow.patina.domain.request;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.Regulation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request came that officers answer by hand, or that is answered with another.
 *
 * @param received when it came, from when on the law's clock runs
 * @param joined what the engine was doing already when it came, which answers it too; absent where officers answer by hand
 * @param at when it was entered
 */
public record RequestReceived(
        RequestId request,
        SubjectId subject,
        Actor by,
        RequestKind kind,
        Manner manner,
        Regulation regulation,
        Instant received,
        @Nullable RequestId joined,
        Instant at)
        implements RequestEvent {
    @Override
    public Step step() {
        return new Step.Opened(kind, manner, by, regulation, received, joined);
    }
}
