package com.videowindow.patina.domain.request;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.Regulation;
import java.time.Instant;

/**
 * A request came that officers answer by hand.
 *
 * @param received when it came, from when on the law's clock runs
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
        Instant at)
        implements RequestEvent {
    @Override
    public Step step() {
        return new Step.Opened(kind, manner, by, regulation, received);
    }
}
