package com.videowindow.patina.learning.market;

import com.videowindow.patina.domain.interest.FacetKind;

/**
 * What a kind of facet is worth: nDCG@10 with it and without.
 *
 * @param people of whom lists were judged
 * @param byLikes judged by what they liked afterwards
 * @param byTruth judged by how likely they are to like each
 */
public record Worth(FacetKind kind, int people, Compared byLikes, Compared byTruth) {}
