package com.videowindow.patina.eventlog.privacy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.eventlog.MongoSettings;
import org.jspecify.annotations.Nullable;

/** The server that has the keys, as long as this node needs it. */
final class KeyServer implements AutoCloseable {
    private final KeyPlace place;
    private final @Nullable MongoClient own;

    private KeyServer(KeyPlace place, @Nullable MongoClient own) {
        this.place = place;
        this.own = own;
    }

    static KeyServer ofLog(MongoDatabase database) {
        return new KeyServer(new KeyPlace(database, true), null);
    }

    static KeyServer apart(MongoSettings settings, String uri, String database) {
        MongoClient client = MongoClients.create(settings.client(uri));
        MongoDatabase keys = client.getDatabase(database);
        settings.awaitAnswer(keys);
        return new KeyServer(new KeyPlace(keys, false), client);
    }

    KeyPlace place() {
        return place;
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
