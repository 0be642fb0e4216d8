package com.videowindow.patina.query.consent;

/**
 * A person's choices as they were.
 *
 * @param whole whether everything is told that had happened by then
 */
public record PastChoices(ConsentChoices choices, boolean whole) {}
