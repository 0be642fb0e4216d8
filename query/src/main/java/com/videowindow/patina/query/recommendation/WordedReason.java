package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.ContentId;
import java.util.List;

/** A reason in the reader's language, with its evidence. */
public record WordedReason(String kind, String text, List<ContentId> because) {}
