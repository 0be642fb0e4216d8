package com.videowindow.patina.eventlog.privacy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.eventlog.Durable;
import org.bson.Document;

/**
 * Where keys rest.
 *
 * @param besideLog on the server of the log, so that what is stored there after a key never stands without it; elsewhere a
 *     key has to be durable before anything rests under it
 */
record KeyPlace(MongoDatabase database, boolean besideLog) {

    MongoCollection<Document> collection(String name) {
        return Durable.collection(database, name);
    }

    Ahead ahead(MongoCollection<Document> durable) {
        return new Ahead(durable, this);
    }
}
