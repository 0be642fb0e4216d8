package com.videowindow.patina.query.interest;

import org.jspecify.annotations.Nullable;

/**
 * How often past predictions came true.
 *
 * @param hitRate share of predictions that were followed by the predicted interest, 0 to 1; absent before the first
 * @param sample predictions that could be checked
 */
public record Accuracy(@Nullable Double hitRate, int sample) {}
