package com.videowindow.patina.query.catalog;

import com.videowindow.patina.domain.catalog.Product;

/**
 * A product as it was.
 *
 * @param whole whether everything is told that had happened by then
 */
public record PastProduct(Product product, boolean retired, boolean whole) {}
