package com.videowindow.patina.domain.opendsr;

import com.videowindow.patina.domain.request.RequestId;
import java.time.Instant;

/**
 * What was sent under which id, for a time, so that it is told from something else under the same id: as a digest that rests
 * sealed beside the keys of people. It is not in the log, which would lead to whomever somebody guesses for good.
 *
 * <p>All of it throws {@link com.videowindow.patina.domain.audit.LogUnavailable} while the store does not answer.
 */
public interface SentContents {

    /** Keeps it where nothing is kept, durably, and says whether it is what is kept: of two at once, on any nodes, one is. */
    boolean claim(RequestId request, String content, Instant until);

    /** Whether it is what is kept. */
    boolean isSame(RequestId request, String content);

    /** What was to be kept until now goes for good. */
    void settle(Instant now);
}
