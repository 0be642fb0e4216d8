package com.videowindow.patina.query.rectification;

import com.videowindow.patina.domain.rectification.RectificationAsked;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of them; {@code next} is the cursor of the following page, absent on the last. */
public record RectificationPage(
        List<RectificationAsked> items, @Nullable String next) {}
