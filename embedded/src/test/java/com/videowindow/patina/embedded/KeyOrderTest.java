package com.videowindow.patina.embedded;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.h2.mvstore.WriteBuffer;
import org.junit.jupiter.api.Test;

/** Every kind of key in MongoDB's order. What stands in one line is one key. */
class KeyOrderTest {
    private static final List<List<Object>> IN_ORDER = List.of(
            List.of(MinKey.getInstance()),
            List.of(Missing.getInstance()),
            List.of(Double.NaN, Decimal128.NaN),
            List.of(Double.NEGATIVE_INFINITY, Decimal128.NEGATIVE_INFINITY),
            List.of(decimal("-1E+400")),
            List.of(-Double.MAX_VALUE),
            List.of(Long.MIN_VALUE, -0x1p63),
            List.of(-1.5, decimal("-1.50")),
            List.of(decimal("-1E-400")),
            List.of(0, 0L, 0.0, -0.0, decimal("0"), Decimal128.NEGATIVE_ZERO, decimal("0E+300")),
            List.of(decimal("1E-400")),
            List.of(Double.MIN_VALUE),
            List.of(decimal("0.1")),
            List.of(0.1),
            List.of(1, 1L, 1.0, decimal("1"), decimal("1.000")),
            List.of(decimal("1.000000000000000000000000000000001")),
            List.of(9_007_199_254_740_992L, 0x1p53),
            List.of(9_007_199_254_740_993L, decimal("9007199254740993")),
            List.of(Long.MAX_VALUE),
            List.of(0x1p63),
            List.of(Double.MAX_VALUE),
            List.of(decimal("1.8E+308")),
            List.of(decimal("1E+400")),
            List.of(decimal("2E+400"), decimal("20E+399")),
            List.of(decimal("9.999999999999999999999999999999999E+6144")),
            List.of(Double.POSITIVE_INFINITY, Decimal128.POSITIVE_INFINITY),
            List.of(""),
            List.of("\0"),
            List.of("a"),
            List.of("a\0"),
            List.of("aa"),
            List.of("é"),
            List.of("\uE000"),
            List.of("\uFFFD"),
            List.of("😀"),
            List.of("😀a"),
            List.of("😁"),
            List.of("\uDBFF\uDFFF"),
            List.of(new Document()),
            List.of(new Document("b", 1), new Document("b", 1.0)),
            List.of(new Document("a", "\uFFFD")),
            List.of(new Document("a", "😀")),
            List.of(new Document("\uFFFD", "a")),
            List.of(new Document("😀", "a")),
            List.of(new Document("a", new UUID(0, 0))),
            List.of(List.of()),
            List.of(List.of(1)),
            List.of(List.of(1, 2), List.of(1L, 2.0)),
            List.of(List.of(2)),
            List.of(new BinData(new byte[0])),
            List.of(new BinData(new byte[] {1})),
            List.of(new BinData(new byte[] {-1})),
            List.of(new BinData(new byte[16])),
            List.of(binary(16, -1)),
            List.of(new LegacyUUID(1L << 56, 0)), // whose bytes go backwards
            List.of(new LegacyUUID(1, 0)),
            List.of(new LegacyUUID(-1, -1)),
            List.of(new UUID(0, 1)),
            List.of(new UUID(0, -1)),
            List.of(new UUID(1, 0)),
            List.of(new UUID(Long.MAX_VALUE, 0)),
            List.of(new UUID(Long.MIN_VALUE, 0)),
            List.of(new UUID(-1, -1)),
            List.of(new BinData(new byte[17])),
            List.of(binary(20, 1)),
            List.of(binary(20, -1)),
            List.of(new ObjectId("000000000000000000000001")),
            List.of(new ObjectId("ff0000000000000000000000")),
            List.of(false),
            List.of(true),
            List.of(Instant.EPOCH.minusMillis(1)),
            List.of(Instant.EPOCH),
            List.of(new BsonTimestamp(1)),
            List.of(new BsonTimestamp(1L << 32)),
            List.of(new BsonTimestamp(Long.MAX_VALUE)),
            List.of(new BsonTimestamp(-1)),
            List.of(new BsonRegularExpression("a", "")),
            List.of(new BsonRegularExpression("a", "i")),
            List.of(new BsonRegularExpression("a!", "")),
            List.of(new BsonRegularExpression("a\"", "")),
            List.of(new BsonRegularExpression("b", "")),
            List.of(MaxKey.getInstance()));

    private static Decimal128 decimal(String number) {
        return new Decimal128(new BigDecimal(number));
    }

    private static BinData binary(int length, int last) {
        byte[] bytes = new byte[length];
        bytes[length - 1] = (byte) last;
        return new BinData(bytes);
    }

    @Test
    void each_key_comes_after_all_before_it_and_equals_only_itself() {
        inOrder((one, other, expected) -> assertThat(Integer.signum(KeyOrder.ASCENDING.compare(one, other)))
                .as("%s and %s", one, other)
                .isEqualTo(expected));
    }

    @Test
    void so_it_does_when_it_was_stored_and_read_again() {
        inOrder((one, other, expected) -> assertThat(
                        Integer.signum(StoredKey.OF_DOCUMENT.compare(storedAndRead(one), other)))
                .as("%s, stored, and %s", one, other)
                .isEqualTo(expected));
    }

    private static Object storedAndRead(Object key) {
        WriteBuffer out = new WriteBuffer();
        StoredKey.OF_DOCUMENT.write(out, key);
        ByteBuffer stored = out.getBuffer();
        stored.flip();
        return StoredKey.OF_DOCUMENT.read(stored);
    }

    private interface Comparison {
        void of(Object one, Object other, int expected);
    }

    private static void inOrder(Comparison comparison) {
        for (int i = 0; i < IN_ORDER.size(); i++) {
            for (int j = 0; j < IN_ORDER.size(); j++) {
                for (Object one : IN_ORDER.get(i)) {
                    for (Object other : IN_ORDER.get(j)) comparison.of(one, other, Integer.compare(i, j));
                }
            }
        }
    }
}
