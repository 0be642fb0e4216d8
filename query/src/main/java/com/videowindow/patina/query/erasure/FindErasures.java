package com.videowindow.patina.query.erasure;

import com.videowindow.patina.domain.erasure.ErasureState;
import org.jspecify.annotations.Nullable;

/**
 * Erasures, the newest first. Answers an {@link ErasurePage}.
 *
 * @param state all when absent
 */
public record FindErasures(
        @Nullable ErasureState state, @Nullable String cursor, int limit) {}
