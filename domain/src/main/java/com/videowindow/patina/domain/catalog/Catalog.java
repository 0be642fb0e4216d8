package com.videowindow.patina.domain.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The catalogue as this node knows it, in memory, by tailing the log. */
public interface Catalog {

    /** The content, retired or not. */
    Optional<Content> content(ContentId id);

    boolean isRetired(ContentId id);

    /** What editors put first, in their order, retired or not; none where they did not. */
    default List<ContentId> editorial() {
        return List.of();
    }

    /** By which lists are made, in force or not. */
    default EditorialRules rules() {
        return EditorialRules.NONE;
    }

    /** How many numbers the embeddings of all content but one have, retired or not; more than one only where they were taken at once. */
    default Set<Integer> embeddingLengths(ContentId besides) {
        return Set.of();
    }

    /** The product, retired or not. */
    Optional<Product> product(ProductId id);

    boolean isRetired(ProductId id);
}
