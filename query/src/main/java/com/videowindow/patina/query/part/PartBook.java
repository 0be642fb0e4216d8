package com.videowindow.patina.query.part;

import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.ErasureState;
import com.videowindow.patina.domain.part.PartProgress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where erasures of parts are written down. */
public interface PartBook {
    Optional<PartProgress> find(ErasureId erasure);

    /** Newest first; {@code cursor} is the {@code next} of the page before. */
    PartPage page(@Nullable ErasureState state, @Nullable String cursor, int limit);
}
