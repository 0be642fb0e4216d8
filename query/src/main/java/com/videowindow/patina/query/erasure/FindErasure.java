package com.videowindow.patina.query.erasure;

import com.videowindow.patina.domain.erasure.ErasureId;

/** One erasure. Answers an {@link com.videowindow.patina.domain.erasure.ErasureProgress}, or nothing. */
public record FindErasure(ErasureId erasure) {}
