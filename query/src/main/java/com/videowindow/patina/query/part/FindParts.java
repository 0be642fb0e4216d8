package com.videowindow.patina.query.part;

import com.videowindow.patina.domain.erasure.ErasureState;
import org.jspecify.annotations.Nullable;

/**
 * Erasures of parts, the newest first. Answers an {@link PartPage}.
 *
 * @param state all when absent
 */
public record FindParts(
        @Nullable ErasureState state, @Nullable String cursor, int limit) {}
