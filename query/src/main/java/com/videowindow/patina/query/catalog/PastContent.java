package com.videowindow.patina.query.catalog;

import com.videowindow.patina.domain.catalog.Content;

/**
 * Content as it was.
 *
 * @param whole whether everything is told that had happened by then
 */
public record PastContent(Content content, boolean retired, boolean whole) {}
