package com.videowindow.patina.query.lookup;

import com.videowindow.patina.domain.lookup.LookedUp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of look-ups; {@code next} is the cursor of the following page, absent on the last. */
public record LookupPage(List<LookedUp> items, @Nullable String next) {}
