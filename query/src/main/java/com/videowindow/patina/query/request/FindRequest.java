package com.videowindow.patina.query.request;

import com.videowindow.patina.domain.request.RequestId;

/** One request. Answers a {@link com.videowindow.patina.domain.request.RequestProgress}, or nothing. */
public record FindRequest(RequestId request) {}
