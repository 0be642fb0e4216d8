package com.videowindow.patina.query.request;

import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestProgress;
import java.util.Optional;

/** Where requests are written down. */
public interface RequestBook {
    Optional<RequestProgress> find(RequestId request);

    RequestPage page(FindRequests question);
}
