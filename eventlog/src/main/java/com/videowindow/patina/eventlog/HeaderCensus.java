package com.videowindow.patina.eventlog;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.export.PersonalCensus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.bson.Document;

/**
 * Reads of every block who its events are about, and nothing of what they say. What a person's requests are about stands in
 * the names of their streams, which end with the person. It has no code in common with what it is there to check.
 */
final class HeaderCensus implements PersonalCensus {
    private static final int AT_ONCE = 64;

    private final MongoCollection<Document> blocks;

    HeaderCensus(MongoDatabase database) {
        blocks = Blocks.collection(database);
    }

    @Override
    public SortedMap<LogPosition, String> of(SubjectId subject, LogPosition through, LongConsumer looked) {
        SortedMap<LogPosition, String> found = new TreeMap<>();
        for (long from = 0; from <= through.block(); from += AT_ONCE) {
            long events = 0;
            for (Document block : some(from, Math.min(through.block() + 1, from + AT_ONCE))) {
                events += count(block, subject.toString(), through, found);
            }
            looked.accept(events);
        }
        return found;
    }

    private List<Document> some(long from, long until) {
        List<Document> found = LogAccess.available(() -> blocks.find(
                        Filters.in("_id", LongStream.range(from, until).boxed().toList()))
                .projection(Projections.include("keys", "events.type", "events.subject"))
                .into(new ArrayList<>()));
        if (found.size() != until - from) {
            throw new IllegalStateException("blocks of the log are missing between " + from + " and " + until);
        }
        found.sort(Comparator.comparingLong(block -> block.getLong("_id")));
        return found;
    }

    private static int count(
            Document block, String subject, LogPosition through, SortedMap<LogPosition, String> found) {
        List<String> keys = block.getList("keys", String.class);
        List<Document> events = block.getList("events", Document.class);
        for (int offset = 0; offset < events.size(); offset++) {
            Document event = events.get(offset);
            LogPosition position = LogPosition.of(block.getLong("_id"), offset);
            if (through.covers(position) && isAbout(event, keys.get(offset), subject)) {
                found.put(position, event.getString("type"));
            }
        }
        return events.size();
    }

    private static boolean isAbout(Document event, String key, String subject) {
        return SharedSeals.isAbout(event.getString("subject"), subject)
                || key.substring(0, key.lastIndexOf('@')).endsWith("/" + subject);
    }
}
