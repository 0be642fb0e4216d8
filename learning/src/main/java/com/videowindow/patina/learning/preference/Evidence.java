package com.videowindow.patina.learning.preference;

import com.videowindow.patina.domain.Tuple;
import com.videowindow.patina.domain.catalog.ContentId;

/**
 * What was done with one piece of content, as a reason may name it.
 *
 * @param at epoch second of the deed
 */
@Tuple
public record Evidence(Proof proof, ContentId content, long at) {}
