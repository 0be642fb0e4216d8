package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.privacy.AboutNobody;
import com.videowindow.patina.domain.recommendation.Surface;
import java.util.Locale;

/** What decides about lists, in plain words. Answers {@link MainParameters}. */
@AboutNobody
public record FindParameters(Surface surface, Locale language) {}
