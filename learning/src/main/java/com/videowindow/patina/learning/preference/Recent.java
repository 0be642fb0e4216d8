package com.videowindow.patina.learning.preference;

import com.videowindow.patina.domain.Tuple;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interaction.InteractionKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One of the latest interactions. */
@Tuple
public record Recent(InteractionKind kind, @Nullable ContentId content, Instant at) {}
