package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.LogPosition;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * How a copy of the log begins: the end of the chain before its first block, so that a part can be checked alone.
 *
 * @param through events of the log up to the end of the copy
 */
record CopyStart(Head head, long through) {
    private static final String FORMAT = "patina-log-copy/1";

    Document document() {
        return new Document("format", FORMAT)
                .append("through", through)
                .append("last", head.last().value())
                .append("at", head.at())
                .append("hash", new Binary(head.hash().bytes()))
                .append("events", head.tree().size())
                .append(
                        "frontier",
                        head.tree().frontier().stream()
                                .map(hash -> new Binary(hash.bytes()))
                                .toList())
                .append("types", new Document(head.types()));
    }

    /** @throws IllegalArgumentException when it is not one */
    static CopyStart of(Document document) {
        if (!FORMAT.equals(document.get("format"))) {
            throw new IllegalArgumentException("it is not a copy of a log, or of a later version");
        }
        List<Hash> frontier = document.getList("frontier", Binary.class).stream()
                .map(hash -> Hash.of(hash.getData()))
                .toList();
        SortedMap<String, Long> types = new TreeMap<>();
        document.get("types", Document.class).forEach((type, count) -> types.put(type, (Long) count));
        Head head = new Head(
                new LogPosition(document.getLong("last")),
                document.getLong("at"),
                Hash.of(document.get("hash", Binary.class).getData()),
                new Tree(document.getLong("events"), frontier),
                Collections.unmodifiableSortedMap(types));
        return new CopyStart(head, document.getLong("through"));
    }
}
