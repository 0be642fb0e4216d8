package com.videowindow.patina.domain.part;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.ErasureId;
import java.time.Instant;

/**
 * The person's facts are sealed under other keys than before. Whoever writes behind this place in the log has read this first,
 * so nothing that stands behind it rests under the keys that go.
 */
public record PartKeysClosed(ErasureId erasure, SubjectId subject, Instant at) implements PartStep {}
