package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.privacy.AboutNobody;
import java.util.Locale;

/** What decides about lists, in plain words. Answers {@link MainParameters}. */
@AboutNobody
public record FindParameters(Locale language) {}
