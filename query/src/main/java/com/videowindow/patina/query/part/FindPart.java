package com.videowindow.patina.query.part;

import com.videowindow.patina.domain.erasure.ErasureId;

/** One erasure of a part. Answers an {@link com.videowindow.patina.domain.part.PartProgress}, or nothing. */
public record FindPart(ErasureId erasure) {}
