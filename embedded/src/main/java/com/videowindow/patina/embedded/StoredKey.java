package com.videowindow.patina.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.Function;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** A key in a tree of the store: written as BSON, ordered by value. The stock keys are serialised Java objects. */
final class StoredKey<T> extends BasicDataType<T> {
    /** A document's own key, which is also what an index points to. */
    static final StoredKey<Object> OF_DOCUMENT = new StoredKey<>(
            KeyOrder.ASCENDING, key -> new Document("k", storable(key)), stored -> Missing.ofNullable(stored.get("k")));

    /** What an index is searched by: one value for every field of the index. */
    static final StoredKey<KeyValue> OF_INDEX = new StoredKey<>(
            Comparator.comparing(key -> key.stream().toList(), KeyOrder.ASCENDING),
            key -> new Document("k", key.stream().map(StoredKey::storable).toList()),
            stored -> new KeyValue((Collection<?>) stored.get("k")));

    private static @Nullable Object storable(@Nullable Object value) {
        return Missing.isNullOrMissing(value) ? null : value;
    }

    private final Comparator<? super T> order;
    private final Function<T, Document> wrap;
    private final Function<Document, T> unwrap;

    private StoredKey(Comparator<? super T> order, Function<T, Document> wrap, Function<Document, T> unwrap) {
        this.order = order;
        this.wrap = wrap;
        this.unwrap = unwrap;
    }

    @Override
    public int compare(T one, T other) {
        return order.compare(one, other);
    }

    @Override
    public int getMemory(T key) {
        return 64 + 2 * key.toString().length();
    }

    @Override
    public void write(WriteBuffer out, T key) {
        byte[] bytes = Bson.encode(wrap.apply(key));
        out.putVarInt(bytes.length).put(bytes);
    }

    @Override
    public T read(ByteBuffer in) {
        byte[] bytes = new byte[DataUtils.readVarInt(in)];
        in.get(bytes);
        return unwrap.apply(Bson.decode(bytes));
    }

    @Override
    @SuppressWarnings("unchecked")
    public T[] createStorage(int size) {
        return (T[]) new Object[size];
    }
}
