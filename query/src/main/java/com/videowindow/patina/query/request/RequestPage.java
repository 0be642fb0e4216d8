package com.videowindow.patina.query.request;

import com.videowindow.patina.domain.request.RequestProgress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of requests; {@code next} is the cursor of the following page, absent on the last. */
public record RequestPage(
        List<RequestProgress> items, @Nullable String next) {}
