package com.videowindow.patina.learning.extraction;

import com.videowindow.patina.domain.interest.Facet;
import java.util.List;

/**
 * A facet that was read.
 *
 * @param confidence 0 (a guess) to 1 (sure)
 * @param said where, in the order of {@link Field}
 */
public record Extracted(Facet facet, double confidence, List<Field> said) {}
