package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.model.ModelVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list for a session. It has no id: it left no trail, and its reasons are with it.
 *
 * @param model of what everybody together teaches
 * @param empty why there are no items, when there are none
 */
public record SessionList(ModelVersion model, @Nullable Emptiness empty, List<Recommendations.Item> items) {}
