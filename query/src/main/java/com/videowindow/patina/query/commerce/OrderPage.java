package com.videowindow.patina.query.commerce;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of orders; {@code next} is the cursor of the following page, absent on the last. */
public record OrderPage(List<PastOrder> items, @Nullable String next) {}
