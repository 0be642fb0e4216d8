package com.videowindow.patina.query.part;

import com.videowindow.patina.domain.part.PartProgress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of erasures of parts; {@code next} is the cursor of the following page, absent on the last. */
public record PartPage(List<PartProgress> items, @Nullable String next) {}
