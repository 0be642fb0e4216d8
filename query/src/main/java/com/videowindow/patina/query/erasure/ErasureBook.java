package com.videowindow.patina.query.erasure;

import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.ErasureProgress;
import com.videowindow.patina.domain.erasure.ErasureState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where erasures are written down. */
public interface ErasureBook {
    Optional<ErasureProgress> find(ErasureId erasure);

    /** Newest first; {@code cursor} is the {@code next} of the page before. */
    ErasurePage page(@Nullable ErasureState state, @Nullable String cursor, int limit);
}
