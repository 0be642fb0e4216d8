package com.videowindow.patina.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.Function;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/**
 * A key in a tree of the store: written as BSON, ordered by value. The stock keys are serialised Java objects. Every
 * commit writes whole pages of keys again, so the two kinds that nearly all keys are, one text or one long, have a short
 * form of their own.
 */
final class StoredKey<T> extends BasicDataType<T> {
    /** A document's own key, which is also what an index points to. */
    static final StoredKey<Object> OF_DOCUMENT = new StoredKey<>(
            KeyOrder.ASCENDING,
            key -> new Document("k", storable(key)),
            stored -> Missing.ofNullable(stored.get("k")),
            key -> key,
            value -> value);

    /** What an index is searched by: one value for every field of the index. */
    static final StoredKey<KeyValue> OF_INDEX = new StoredKey<>(
            Comparator.comparing(key -> key.stream().toList(), KeyOrder.ASCENDING),
            key -> new Document("k", key.stream().map(StoredKey::storable).toList()),
            stored -> new KeyValue((Collection<?>) stored.get("k")),
            key -> key.size() == 1 ? key.get(0) : null,
            KeyValue::new);

    /** Where else the length of a BSON document stands, which is never so small. */
    private static final int TEXT = 0;

    private static final int LONG = 1;

    private static @Nullable Object storable(@Nullable Object value) {
        return Missing.isNullOrMissing(value) ? null : value;
    }

    private final Comparator<? super T> order;
    private final Function<T, Document> wrap;
    private final Function<Document, T> unwrap;
    private final Function<T, @Nullable Object> single;
    private final Function<Object, T> ofSingle;

    private StoredKey(
            Comparator<? super T> order,
            Function<T, Document> wrap,
            Function<Document, T> unwrap,
            Function<T, @Nullable Object> single,
            Function<Object, T> ofSingle) {
        this.order = order;
        this.wrap = wrap;
        this.unwrap = unwrap;
        this.single = single;
        this.ofSingle = ofSingle;
    }

    @Override
    public int compare(T one, T other) {
        if (single.apply(one) instanceof String a && single.apply(other) instanceof String b) {
            return KeyOrder.compareTexts(a, b);
        }
        return order.compare(one, other);
    }

    @Override
    public int getMemory(T key) {
        Object value = single.apply(key);
        if (value instanceof Long) return 32;
        return 64 + 2 * (value instanceof String text ? text : key.toString()).length();
    }

    @Override
    public void write(WriteBuffer out, T key) {
        Object value = single.apply(key);
        if (value instanceof Long number) out.putVarInt(LONG).putLong(number);
        else if (value instanceof String text) write(out.putVarInt(TEXT), text.getBytes(StandardCharsets.UTF_8));
        else write(out, Bson.encode(wrap.apply(key)));
    }

    private static void write(WriteBuffer out, byte[] bytes) {
        out.putVarInt(bytes.length).put(bytes);
    }

    @Override
    public T read(ByteBuffer in) {
        int length = DataUtils.readVarInt(in);
        return switch (length) {
            case LONG -> ofSingle.apply(in.getLong());
            case TEXT -> ofSingle.apply(new String(bytes(in, DataUtils.readVarInt(in)), StandardCharsets.UTF_8));
            default -> unwrap.apply(Bson.decode(bytes(in, length)));
        };
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T[] createStorage(int size) {
        return (T[]) new Object[size];
    }
}
