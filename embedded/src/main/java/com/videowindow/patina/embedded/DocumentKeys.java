package com.videowindow.patina.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The index on {@code _id}: the tree of the documents themselves, which is ordered by it. A tree of its own would be written
 * with every commit beside that one.
 */
final class DocumentKeys extends AbstractUniqueIndex<Object> {
    private final MVMap<Object, byte[]> documents;

    DocumentKeys(MVMap<Object, byte[]> documents, String name, List<IndexKey> keys) {
        super(name, keys, false);
        this.documents = documents;
    }

    static boolean areMeant(List<IndexKey> keys) {
        return keys.size() == 1 && keys.getFirst().getKey().equals("_id");
    }

    /** As it is stored: another number of the same value would not be taken for the same place. */
    @Override
    protected @Nullable Object getPosition(KeyValue key) {
        Object asked = Missing.ofNullable(key.get(0));
        Object next = documents.ceilingKey(asked);
        return next != null && KeyOrder.ASCENDING.compare(asked, next) == 0 ? next : null;
    }

    @Override
    public synchronized void checkAdd(Document document, MongoCollection<Object> collection) {
        OrderedUniqueIndex.requireDouble(document.get("_id"));
        super.checkAdd(document, collection);
    }

    /** It is there with the document. */
    @Override
    public synchronized void add(Document document, Object position, MongoCollection<Object> collection) {}

    @Override
    protected boolean putKeyPosition(KeyValue key, Object position) {
        return true;
    }

    /** It goes with the document. */
    @Override
    protected @Nullable Object removeDocument(KeyValue key) {
        return getPosition(key);
    }

    @Override
    protected Iterable<Entry<KeyValue, Object>> getIterable() {
        return () -> documents.keySet().stream()
                .map(key -> Map.entry(new KeyValue(List.of(key)), key))
                .iterator();
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }
}
