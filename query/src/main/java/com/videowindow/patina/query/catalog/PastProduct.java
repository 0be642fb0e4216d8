package com.videowindow.patina.query.catalog;

import com.videowindow.patina.domain.catalog.Product;

/** A product as it was. */
public record PastProduct(Product product, boolean retired) {}
