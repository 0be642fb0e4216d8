package com.videowindow.patina.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The order of stored keys: MongoDB's order of types, then the values. The server's own comparator cannot serve here: it
 * takes 1 and 1.5 for equal and compares lists by their smallest element, either of which would lose documents in a tree.
 * Numbers compare by value whatever their type; cost is one comparison, exact arithmetic only where a long meets a double.
 */
final class KeyOrder implements Comparator<@Nullable Object> {
    static final KeyOrder ASCENDING = new KeyOrder();

    private static final List<Class<?>> TYPES = List.of(
            MinKey.class,
            Missing.class,
            Number.class,
            String.class,
            Document.class,
            Collection.class,
            BinData.class,
            LegacyUUID.class,
            UUID.class,
            ObjectId.class,
            Boolean.class,
            Instant.class,
            BsonTimestamp.class,
            BsonRegularExpression.class,
            MaxKey.class);

    private KeyOrder() {}

    @Override
    public int compare(@Nullable Object left, @Nullable Object right) {
        if (left instanceof String a && right instanceof String b) return a.compareTo(b);
        Object one = Missing.ofNullable(left);
        Object other = Missing.ofNullable(right);
        int byType = Integer.compare(rank(one), rank(other));
        return byType != 0 ? byType : compareSameType(one, other);
    }

    static int rank(Object value) {
        for (int i = 0; i < TYPES.size(); i++) {
            if (TYPES.get(i).isInstance(value)) return i;
        }
        throw new IllegalArgumentException("no key can be a " + value.getClass().getName());
    }

    private int compareSameType(Object one, Object other) {
        return switch (one) {
            case Number number -> compareNumbers(number, (Number) other);
            case Document document -> compareDocuments(document, (Document) other);
            case Collection<?> list -> compareLists(list, (Collection<?>) other);
            case BsonRegularExpression expression -> expression.toString().compareTo(other.toString());
            case Comparable<?> comparable -> compareNaturally(comparable, other);
            default -> 0;
        };
    }

    @SuppressWarnings("unchecked")
    private static int compareNaturally(Comparable<?> one, Object other) {
        return ((Comparable<Object>) one).compareTo(other);
    }

    private static int compareNumbers(Number one, Number other) {
        if (isWhole(one) && isWhole(other)) return Long.compare(one.longValue(), other.longValue());
        double a = one.doubleValue();
        double b = other.doubleValue();
        if (!Double.isFinite(a) || !Double.isFinite(b)) return compareUnbounded(a, b);
        return exact(one).compareTo(exact(other));
    }

    /** NaN is the smallest number in MongoDB, the largest in Java. */
    private static int compareUnbounded(double a, double b) {
        if (Double.isNaN(a) || Double.isNaN(b)) return Boolean.compare(Double.isNaN(b), Double.isNaN(a));
        return Double.compare(a, b);
    }

    private static boolean isWhole(Number number) {
        return number instanceof Integer || number instanceof Long;
    }

    private static BigDecimal exact(Number number) {
        if (isWhole(number)) return BigDecimal.valueOf(number.longValue());
        return number instanceof Decimal128 decimal ? decimal.toBigDecimal() : new BigDecimal(number.doubleValue());
    }

    private int compareLists(Collection<?> one, Collection<?> other) {
        Iterator<?> left = one.iterator();
        Iterator<?> right = other.iterator();
        while (left.hasNext() && right.hasNext()) {
            int order = compare(left.next(), right.next());
            if (order != 0) return order;
        }
        return Boolean.compare(left.hasNext(), right.hasNext());
    }

    private int compareDocuments(Document one, Document other) {
        Iterator<Map.Entry<String, Object>> left = one.entrySet().iterator();
        Iterator<Map.Entry<String, Object>> right = other.entrySet().iterator();
        while (left.hasNext() && right.hasNext()) {
            int order = compareFields(left.next(), right.next());
            if (order != 0) return order;
        }
        return Boolean.compare(left.hasNext(), right.hasNext());
    }

    private int compareFields(Map.Entry<String, Object> one, Map.Entry<String, Object> other) {
        int byType =
                Integer.compare(rank(Missing.ofNullable(one.getValue())), rank(Missing.ofNullable(other.getValue())));
        if (byType != 0) return byType;
        int byName = one.getKey().compareTo(other.getKey());
        return byName != 0 ? byName : compare(one.getValue(), other.getValue());
    }
}
