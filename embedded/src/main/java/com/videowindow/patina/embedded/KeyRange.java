package com.videowindow.patina.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The part of a collection's tree that a query on {@code _id} can need, in the order asked for. It may hold a little too
 * much (both ends are included, types are not told apart): the server matches each document against the query anyway.
 */
record KeyRange(
        @Nullable Object from,
        @Nullable Object to,
        boolean descending,
        @Nullable Document orderLeft) {
    private static final String ID = "_id";
    private static final Set<String> BOUNDS = Set.of("$gt", "$gte", "$lt", "$lte");

    /** Empty when the tree's order does not help: an index or a scan answers then. */
    static Optional<KeyRange> of(Document query, @Nullable Document order) {
        Number sign = order != null && order.size() == 1 && order.get(ID) instanceof Number number ? number : null;
        Document bounds = bounds(query);
        if (bounds.isEmpty() && (sign == null || !query.isEmpty())) return Optional.empty();

        Object lower = bounds.getOrDefault("$gt", bounds.get("$gte"));
        Object upper = bounds.getOrDefault("$lt", bounds.get("$lte"));
        Document orderLeft = sign == null ? order : null;
        boolean descending = sign != null && sign.intValue() < 0;
        return Optional.of(
                descending
                        ? new KeyRange(upper, lower, true, orderLeft)
                        : new KeyRange(lower, upper, false, orderLeft));
    }

    /** Each condition must hold, so any of them narrows the range rightly. */
    private static Document bounds(Document query) {
        Collection<?> all = query.get("$and") instanceof Collection<?> conditions ? conditions : List.of();
        Document bounds = new Document();
        Stream.concat(Stream.of(query), all.stream())
                .map(condition -> ((Document) condition).get(ID))
                .forEach(condition -> bounds.putAll(boundsOf(condition)));
        return bounds;
    }

    /** None where the tree's order cannot tell what matches. */
    private static Document boundsOf(@Nullable Object condition) {
        return switch (condition) {
            case Document document when isBounds(document) -> document;
            case String same -> exactly(same);
            case Integer same -> exactly(same);
            case Long same -> exactly(same);
            case null, default -> new Document();
        };
    }

    private static Document exactly(Object same) {
        return new Document("$gte", same).append("$lte", same);
    }

    private static boolean isBounds(Document condition) {
        return !condition.isEmpty()
                && BOUNDS.containsAll(condition.keySet())
                && condition.values().stream().allMatch(Missing::isNeitherNullNorMissing);
    }

    Stream<byte[]> in(MVMap<Object, byte[]> documents) {
        Cursor<Object, byte[]> cursor = documents.cursor(from, to, descending);
        Iterable<byte[]> values = () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return cursor.hasNext();
            }

            @Override
            public byte[] next() {
                cursor.next();
                return cursor.getValue();
            }
        };
        return StreamSupport.stream(values.spliterator(), false);
    }
}
