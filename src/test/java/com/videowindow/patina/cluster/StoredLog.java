package com.videowindow.patina.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.bson.Document;

/** The log as it stands in its store, read past everything that is ours. */
record StoredLog(List<Document> blocks) {
    private static final int PLACES = 4_096;

    static StoredLog of(MongoDatabase database) {
        return new StoredLog(database.getCollection("blocks")
                .find()
                .sort(Sorts.ascending("_id"))
                .into(new ArrayList<>()));
    }

    long events() {
        return blocks.stream().mapToLong(block -> events(block).size()).sum();
    }

    long events(String type) {
        return blocks.stream()
                .flatMap(block -> events(block).stream())
                .filter(event -> type.equals(event.getString("type")))
                .count();
    }

    private static List<Document> events(Document block) {
        return block.getList("events", Document.class);
    }

    private static long number(Document block) {
        return ((Number) Objects.requireNonNull(block.get("_id"))).longValue();
    }

    /** No block is missing, no event stands twice, and no stream has a gap. */
    void isWhole() {
        assertThat(blocks.stream().map(StoredLog::number))
                .containsExactlyElementsOf(
                        LongStream.range(0, blocks.size()).boxed().toList());
        Set<String> ids = new HashSet<>();
        Map<String, Set<Long>> streams = new TreeMap<>();
        for (Document block : blocks) {
            assertThat(block.getList("keys", String.class)).hasSameSizeAs(events(block));
            for (String key : block.getList("keys", String.class)) {
                int at = key.lastIndexOf('@');
                assertThat(streams.computeIfAbsent(key.substring(0, at), ignored -> new TreeSet<>())
                                .add(Long.parseLong(key.substring(at + 1))))
                        .as(key)
                        .isTrue();
            }
            events(block).forEach(event -> assertThat(ids.add(String.valueOf(event.get("id"))))
                    .isTrue());
        }
        streams.forEach((stream, sequences) -> assertThat(sequences)
                .as(stream)
                .containsExactlyElementsOf(
                        LongStream.range(0, sequences.size()).boxed().toList()));
    }

    /** At each of these positions stands an interaction, and at no two the same. */
    void hasInteractionsAt(Iterable<Long> positions) {
        Set<Long> distinct = new HashSet<>();
        for (long position : positions) {
            assertThat(distinct.add(position))
                    .as("position %s was said twice", position)
                    .isTrue();
            Document block = blocks.get(Math.toIntExact(position / PLACES));
            assertThat(events(block).get(Math.toIntExact(position % PLACES)).getString("type"))
                    .isEqualTo("InteractionRecorded");
        }
    }
}
