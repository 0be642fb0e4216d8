package com.videowindow.patina.query.erasure;

import com.videowindow.patina.domain.erasure.ErasureProgress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of erasures; {@code next} is the cursor of the following page, absent on the last. */
public record ErasurePage(
        List<ErasureProgress> items, @Nullable String next) {}
