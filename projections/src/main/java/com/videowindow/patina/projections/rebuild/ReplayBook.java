package com.videowindow.patina.projections.rebuild;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.JavaType;
import com.videowindow.patina.json.PatinaJson;
import com.videowindow.patina.projections.store.Document;
import com.videowindow.patina.projections.store.Documents;
import com.videowindow.patina.projections.store.Indices;
import com.videowindow.patina.projections.store.ReadSide;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps the records of rebuilds where the rebuilt indices are. */
@Component
final class ReplayBook {
    private static final String NAME = "patina-replays";
    private static final int MOST = 1_000;
    private static final JavaType TYPE =
            PatinaJson.mapper().getTypeFactory().constructParametricType(Document.class, ReplayRecord.class);

    private final ReadSide readSide;
    private final Indices indices;
    private final Documents<ReplayRecord> documents;

    ReplayBook(ReadSide readSide, Indices indices) {
        this.readSide = readSide;
        this.indices = indices;
        this.documents = new Documents<>(readSide, ReplayRecord.class);
    }

    Optional<ReplayRecord> find(String id) {
        return documents.find(NAME, id).map(Document::body);
    }

    /** The time is the version: of two who write, the later wins. */
    ReplayRecord save(ReplayRecord record) {
        indices.ensure(NAME);
        documents.store(
                NAME, true, Map.of(record.id(), new Document<>(record.savedAt().toEpochMilli(), record)));
        return record;
    }

    /** Whether it is there now as this one, and was not there before. */
    boolean saveFirst(ReplayRecord record) {
        indices.ensure(NAME);
        return readSide.write(client -> {
            try {
                client.create(create -> create.index(NAME)
                        .id(record.id())
                        .document(new Document<>(record.savedAt().toEpochMilli(), record)));
                return true;
            } catch (ElasticsearchException e) {
                if (e.status() == 409) {
                    return false;
                }
                throw e;
            }
        });
    }

    /** Newest first. */
    List<ReplayRecord> all() {
        try {
            readSide.search(client -> client.indices().refresh(refresh -> refresh.index(NAME)));
            List<Hit<Document<ReplayRecord>>> hits = readSide.search(client -> client.<Document<ReplayRecord>>search(
                            search -> search.index(NAME).size(MOST), TYPE)
                    .hits()
                    .hits());
            return hits.stream()
                    .map(Hit::source)
                    .filter(Objects::nonNull)
                    .map(Document::body)
                    .filter(Objects::nonNull)
                    .sorted((one, other) -> other.startedAt().compareTo(one.startedAt()))
                    .toList();
        } catch (ElasticsearchException e) {
            if (e.status() == 404) {
                return List.of();
            }
            throw e;
        }
    }
}
