package com.videowindow.patina.domain.recommendation;

/** Where a list is shown, as far as it is ranked by it. */
public enum Surface {
    FEED,
    /** Beside or behind something that was just watched. */
    AFTER_WATCH,
    /** On the page of a product. */
    PRODUCT
}
