package com.videowindow.patina.benchmarks.log;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.videowindow.patina.embedded.EmbeddedMongo;
import com.videowindow.patina.json.PatinaJson;
import java.nio.file.Path;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.StorageStrategy;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentpercommit.DocumentPerCommitStorageStrategy;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentperevent.DocumentPerEventStorageStrategy;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;

/** Axon's engine for MongoDB, on the same embedded server as ours, which syncs before it answers. */
record AxonMongo(EmbeddedMongo server, MongoClient client, EventStorageEngine engine) implements Contender.Store {

    static Contender.Store byEvent(Path folder) {
        return open(folder, new DocumentPerEventStorageStrategy());
    }

    static Contender.Store byCommit(Path folder) {
        return open(folder, new DocumentPerCommitStorageStrategy());
    }

    private static Contender.Store open(Path folder, StorageStrategy strategy) {
        EmbeddedMongo server = EmbeddedMongo.start(folder);
        MongoClient client = MongoClients.create(server.uri());
        MongoEventStorageEngine engine = MongoEventStorageEngine.builder()
                .mongoTemplate(DefaultMongoTemplate.builder()
                        .mongoDatabase(client, "axon")
                        .build())
                .storageStrategy(strategy)
                .eventSerializer(json())
                .snapshotSerializer(json())
                .build();
        return new AxonMongo(server, client, engine);
    }

    static Serializer json() {
        return JacksonSerializer.builder()
                .objectMapper(PatinaJson.mapper().copy())
                .build();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
