package com.videowindow.patina.query.catalog;

import com.videowindow.patina.domain.catalog.Catalog;

/** The catalogue in memory, and what of it is shown now, indexed for ranking. */
public interface LiveCatalog extends Catalog {

    /** Immutable; a newer one replaces it when the catalogue changes. */
    CatalogSnapshot snapshot();
}
