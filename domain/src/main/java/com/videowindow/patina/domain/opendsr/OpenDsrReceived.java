package com.videowindow.patina.domain.opendsr;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * Somebody's tool sent a request.
 *
 * @param subject about whom; a random id that nobody has where nobody is known by that name, so that the two look alike
 * @param carried the request that the engine carries out; for nobody, one that is not there
 * @param submitted when the person asked, from when on the law's clock runs
 * @param due when it begins; for nobody, when it is over
 * @param callbacks where the sender wants to be told how it stands, at most 5
 */
public record OpenDsrReceived(
        RequestId request,
        SubjectId subject,
        Actor by,
        RequestKind kind,
        Regulation regulation,
        RequestId carried,
        Instant submitted,
        Instant due,
        List<URI> callbacks,
        Instant at)
        implements OpenDsrEvent {
    public static final int MOST_CALLBACKS = 5;

    public OpenDsrReceived {
        callbacks = List.copyOf(callbacks);
    }
}
