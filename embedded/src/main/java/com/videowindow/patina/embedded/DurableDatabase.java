package com.videowindow.patina.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;

/** One database: a tree for the documents of each collection, and one for each of its unique indexes but that on {@code _id}. */
final class DurableDatabase extends AbstractSynchronizedMongoDatabase<Object> {
    static final String DOCUMENTS = "documents.";
    private static final String INDEX = "index.";

    private final MVStore store;

    DurableDatabase(String name, MVStore store, CursorRegistry cursors) {
        super(name, cursors);
        this.store = store;
        initializeNamespacesAndIndexes();
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        return new DurableCollection(this, name, options, documents(name), cursorRegistry);
    }

    private MVMap<Object, byte[]> documents(String collection) {
        return store.openMap(
                DOCUMENTS + getFullCollectionNamespace(collection),
                new MVMap.Builder<Object, byte[]>()
                        .keyType(StoredKey.OF_DOCUMENT)
                        .valueType(ByteArrayDataType.INSTANCE));
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        if (DocumentKeys.areMeant(keys)) {
            return new DocumentKeys(documents(collection), name, keys);
        }
        MVMap<KeyValue, Object> positions = store.openMap(
                indexName(collection, name),
                new MVMap.Builder<KeyValue, Object>()
                        .keyType(StoredKey.OF_INDEX)
                        .valueType(StoredKey.OF_DOCUMENT));
        return new OrderedUniqueIndex(positions, name, keys, sparse);
    }

    @Override
    protected void dropIndex(MongoCollection<Object> collection, String name) {
        super.dropIndex(collection, name);
        store.removeMap(indexName(collection.getCollectionName(), name));
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        super.dropCollection(name, oplog);
        store.removeMap(DOCUMENTS + getFullCollectionNamespace(name));
    }

    /** Nothing of ours renames a collection; without this the stock server would register one without its documents. */
    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String name) {
        throw new MongoServerException("the embedded server does not rename collections");
    }

    private String indexName(String collection, String name) {
        return INDEX + getFullCollectionNamespace(collection) + "." + name;
    }

    @Override
    protected long getStorageSize() {
        return store.getFileStore().size();
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }
}
