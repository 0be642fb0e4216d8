package com.videowindow.patina.query.interaction;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interaction.InteractionKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that a person did, as they see it. */
public record PastInteraction(
        InteractionKind kind,
        @Nullable ContentId contentId,
        @Nullable String title,
        Instant at) {}
