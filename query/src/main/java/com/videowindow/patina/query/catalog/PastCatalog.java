package com.videowindow.patina.query.catalog;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.ProductId;
import java.util.Optional;

/** The catalogue as it was, read from the log itself. */
public interface PastCatalog {

    Optional<PastContent> content(ContentId id, LogPosition position);

    Optional<PastProduct> product(ProductId id, LogPosition position);
}
