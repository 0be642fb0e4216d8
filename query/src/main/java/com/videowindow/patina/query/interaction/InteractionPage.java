package com.videowindow.patina.query.interaction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of history; {@code next} is the cursor of the following page, absent on the last. */
public record InteractionPage(
        List<PastInteraction> items, @Nullable String next) {}
