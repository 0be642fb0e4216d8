package com.videowindow.patina.query.export;

import com.videowindow.patina.domain.export.ExportProgress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of exports; {@code next} is the cursor of the following page, absent on the last. */
public record ExportPage(
        List<ExportProgress> items, @Nullable String next) {}
