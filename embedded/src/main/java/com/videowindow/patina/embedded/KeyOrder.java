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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The order of stored keys: MongoDB's order of types, then of values. The server's own comparator cannot serve here: it
 * takes 1 and 1.5 for equal and compares lists by their smallest element, either of which would lose documents in a tree.
 * Numbers compare by value whatever their type; cost is one comparison, exact arithmetic only where a long meets a double.
 * Texts compare as their UTF-8 does, binaries by length, subtype and bytes, of which a UUID is one. Of other subtypes the
 * server forgets which they were before anything gets here.
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
            Bytes.class,
            ObjectId.class,
            Boolean.class,
            Instant.class,
            BsonTimestamp.class,
            BsonRegularExpression.class,
            MaxKey.class);

    /** The bits that only infinity and NaN have all of. */
    private static final long NO_NUMBER = 0x7800_0000_0000_0000L;

    private KeyOrder() {}

    @Override
    public int compare(@Nullable Object left, @Nullable Object right) {
        if (left instanceof String a && right instanceof String b) return compareTexts(a, b);
        Object one = Bytes.orSame(Missing.ofNullable(left));
        Object other = Bytes.orSame(Missing.ofNullable(right));
        int byType = Integer.compare(rank(one), rank(other));
        return byType != 0 ? byType : compareSameType(one, other);
    }

    private static int rank(Object value) {
        for (int i = 0; i < TYPES.size(); i++) {
            if (TYPES.get(i).isInstance(value)) return i;
        }
        throw new IllegalArgumentException("no key can be a " + value.getClass().getName());
    }

    private int compareSameType(Object one, Object other) {
        return switch (one) {
            case String text -> compareTexts(text, (String) other);
            case Number number -> compareNumbers(number, (Number) other);
            case Document document -> compareDocuments(document, (Document) other);
            case Collection<?> list -> compareLists(list, (Collection<?>) other);
            case Bytes bytes -> Bytes.ORDER.compare(bytes, (Bytes) other);
            case BsonRegularExpression expression -> compareExpressions(expression, (BsonRegularExpression) other);
            case Comparable<?> comparable -> compareNaturally(comparable, other);
            default -> 0;
        };
    }

    @SuppressWarnings("unchecked")
    private static int compareNaturally(Comparable<?> one, Object other) {
        return ((Comparable<Object>) one).compareTo(other);
    }

    /** Java compares halves of a character pair, which come before some whole characters; their UTF-8 comes after all. */
    static int compareTexts(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        for (int i = 0; i < shorter; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a == b) continue;
            int byPair = Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b));
            return byPair != 0 ? byPair : Character.compare(a, b);
        }
        return Integer.compare(one.length(), other.length());
    }

    private static int compareExpressions(BsonRegularExpression one, BsonRegularExpression other) {
        int byPattern = compareTexts(one.getPattern(), other.getPattern());
        return byPattern != 0 ? byPattern : compareTexts(one.getOptions(), other.getOptions());
    }

    private static int compareNumbers(Number one, Number other) {
        if (isWhole(one) && isWhole(other)) return Long.compare(one.longValue(), other.longValue());
        if (isFinite(one) && isFinite(other)) return exact(one).compareTo(exact(other));
        return compareUnbounded(unbounded(one), unbounded(other));
    }

    /** A decimal can be finite and beyond every double. */
    private static boolean isFinite(Number number) {
        return number instanceof Decimal128 decimal
                ? (decimal.getHigh() & NO_NUMBER) != NO_NUMBER
                : Double.isFinite(number.doubleValue());
    }

    private static double unbounded(Number number) {
        return isFinite(number) ? 0 : number.doubleValue();
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

    /** Whether the server, which looks numbers up as doubles, can tell it from all others. */
    static boolean isDouble(Decimal128 decimal) {
        return !isFinite(decimal) || compareNumbers(decimal, decimal.doubleValue()) == 0;
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
        int byType = Integer.compare(rank(value(one)), rank(value(other)));
        if (byType != 0) return byType;
        int byName = compareTexts(one.getKey(), other.getKey());
        return byName != 0 ? byName : compareSameType(value(one), value(other));
    }

    private static Object value(Map.Entry<String, Object> field) {
        return Bytes.orSame(Missing.ofNullable(field.getValue()));
    }

    /** A binary value as it is stored. */
    private static final class Bytes {
        private static final Comparator<Bytes> ORDER = Comparator.<Bytes>comparingInt(each -> each.bytes.length)
                .thenComparingInt(each -> each.subtype)
                .thenComparing(each -> each.bytes, Arrays::compareUnsigned);

        private final int subtype;
        private final byte[] bytes;

        private Bytes(int subtype, byte[] bytes) {
            this.subtype = subtype;
            this.bytes = bytes;
        }

        static Object orSame(Object value) {
            return switch (value) {
                case BinData data -> new Bytes(0, data.getData());
                case LegacyUUID id -> of(3, ByteOrder.LITTLE_ENDIAN, id.getUuid());
                case UUID id -> of(4, ByteOrder.BIG_ENDIAN, id);
                default -> value;
            };
        }

        private static Bytes of(int subtype, ByteOrder order, UUID id) {
            ByteBuffer bytes = ByteBuffer.allocate(16).order(order);
            bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
            return new Bytes(subtype, bytes.array());
        }
    }
}
