package com.videowindow.patina.eventlog.model;

import com.videowindow.patina.domain.model.ModelVersion;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * What a model's bytes are made of.
 *
 * @param pieces the SHA-256 of each
 */
record Manifest(ModelVersion version, long bytes, List<String> pieces) {

    static Manifest of(Document stored) {
        return new Manifest(
                new ModelVersion(stored.getString("_id")),
                stored.getLong("bytes"),
                stored.getList("pieces", String.class));
    }

    Document document() {
        return new Document("_id", version.value()).append("bytes", bytes).append("pieces", pieces);
    }

    String piece(int number) {
        return piece(version, number);
    }

    static String piece(ModelVersion version, int number) {
        return version.value() + '/' + number;
    }

    List<String> ids() {
        return IntStream.range(0, pieces.size()).mapToObj(this::piece).toList();
    }
}
