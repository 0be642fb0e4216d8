package com.videowindow.patina.query.catalog;

import com.videowindow.patina.domain.catalog.Content;

/** Content as it was. */
public record PastContent(Content content, boolean retired) {}
