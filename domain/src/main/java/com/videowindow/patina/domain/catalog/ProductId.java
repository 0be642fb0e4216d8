package com.videowindow.patina.domain.catalog;

import com.videowindow.patina.domain.Check;

/** Something that can be bought. */
public record ProductId(String value) implements Comparable<ProductId> {
    public ProductId {
        Check.identifier("productId", value, 64);
    }

    /** The name of its stream in the log. */
    public String stream() {
        return "product/" + value;
    }

    @Override
    public int compareTo(ProductId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
