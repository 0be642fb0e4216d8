package com.videowindow.patina.query.recommendation;

import java.util.Locale;

/** What decides about lists, in plain words. Answers {@link MainParameters}. */
public record FindParameters(Locale language) {}
