package com.videowindow.patina.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.BadValueException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A unique index in a tree that is ordered by value. The server looks numbers up as doubles: of decimals that no double
 * equals it would take different ones for the same, so they cannot be keys here, and are refused as what they are.
 */
final class OrderedUniqueIndex extends AbstractUniqueIndex<Object> {
    private final MVMap<KeyValue, Object> positions;

    OrderedUniqueIndex(MVMap<KeyValue, Object> positions, String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.positions = positions;
    }

    @Override
    protected @Nullable Object removeDocument(KeyValue key) {
        return positions.remove(key);
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Object position) {
        return positions.putIfAbsent(key, Missing.ofNullable(position)) == null;
    }

    @Override
    protected Iterable<Entry<KeyValue, Object>> getIterable() {
        return positions.entrySet();
    }

    @Override
    protected @Nullable Object getPosition(KeyValue key) {
        return positions.get(key);
    }

    @Override
    public synchronized void checkAdd(Document document, MongoCollection<Object> collection) {
        requireDoubles(document);
        super.checkAdd(document, collection);
    }

    @Override
    public synchronized void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        requireDoubles(after);
        super.checkUpdate(before, after, collection);
    }

    private void requireDoubles(Document document) {
        keys().forEach(key -> requireDouble(Utils.getSubdocumentValueCollectionAware(document, key)));
    }

    static void requireDouble(@Nullable Object value) {
        switch (value) {
            case Collection<?> all -> all.forEach(OrderedUniqueIndex::requireDouble);
            case Document parts -> parts.values().forEach(OrderedUniqueIndex::requireDouble);
            case Decimal128 decimal
            when !KeyOrder.isDouble(decimal) ->
                throw new BadValueException(
                        "the embedded server takes no decimal as a key that no double equals: " + decimal);
            case null, default -> {}
        }
    }

    /** One document can hold several of the keys asked for; the stock index would then return it several times. */
    @Override
    public synchronized Iterable<Object> getPositions(Document query) {
        Set<Object> once = new LinkedHashSet<>();
        super.getPositions(query).forEach(once::add);
        return once;
    }

    @Override
    public long getCount() {
        return positions.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }
}
