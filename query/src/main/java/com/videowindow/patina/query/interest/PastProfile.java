package com.videowindow.patina.query.interest;

/**
 * A profile as it was.
 *
 * @param whole whether everything is told that had happened by then
 */
public record PastProfile(UserProfile profile, boolean whole) {}
