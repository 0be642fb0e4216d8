package com.videowindow.patina.domain.interest;

/** The dimensions in which craft content is described and interest is learned. */
public enum FacetKind {
    CATEGORY,
    SUBCATEGORY,
    TECHNIQUE,
    MATERIAL,
    SKILL,
    CREATOR
}
