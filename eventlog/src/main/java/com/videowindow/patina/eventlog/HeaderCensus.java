package com.videowindow.patina.eventlog;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.export.PersonalCensus;
import com.videowindow.patina.domain.lookup.LookedUp;
import com.videowindow.patina.domain.opendsr.OpenDsrReceived;
import com.videowindow.patina.domain.release.ReleaseEvent;
import com.videowindow.patina.domain.request.RequestEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.bson.Document;

/**
 * Reads of every block who its events are about, and nothing of what they say. What a person's requests are about stands in
 * the names of their streams, which end with the person. Of what officers did, which is not sealed and whose headers name
 * nobody, it reads whom it is about. It has no code in common with what it is there to check.
 */
final class HeaderCensus implements PersonalCensus {
    private static final int AT_ONCE = 64;

    /** Types of events that say in themselves, readable for good, whom they are about. */
    private static final Set<String> BY_OFFICERS = Set.of(
            "LookedUp",
            "RequestReceived",
            "RequestExtended",
            "RequestAnswered",
            "RequestAnsweredInPart",
            "RequestDenied",
            "RequestEndedByErasure",
            "RequestWithdrawn",
            "ReleaseAsked",
            "ReleaseGranted",
            "ReleaseRefused",
            "OpenDsrReceived");

    private final MongoCollection<Document> blocks;
    private final PastEvents past;

    HeaderCensus(MongoDatabase database, PastEvents past) {
        blocks = Blocks.collection(database);
        this.past = past;
    }

    @Override
    public SortedMap<LogPosition, String> of(SubjectId subject, LogPosition through, LongConsumer looked) {
        SortedMap<LogPosition, String> found = new TreeMap<>();
        for (long from = 0; from <= through.block(); from += AT_ONCE) {
            long events = 0;
            Map<LogPosition, String> byOfficers = new HashMap<>();
            for (Document block : some(from, Math.min(through.block() + 1, from + AT_ONCE))) {
                events += count(block, subject.toString(), through, found, byOfficers);
            }
            past.at(byOfficers.keySet()).forEach((position, event) -> {
                if (isAbout(event, subject)) {
                    found.put(position, byOfficers.getOrDefault(position, ""));
                }
            });
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
            Document block,
            String subject,
            LogPosition through,
            SortedMap<LogPosition, String> found,
            Map<LogPosition, String> byOfficers) {
        List<String> keys = block.getList("keys", String.class);
        List<Document> events = block.getList("events", Document.class);
        for (int offset = 0; offset < events.size(); offset++) {
            Document event = events.get(offset);
            LogPosition position = LogPosition.of(block.getLong("_id"), offset);
            String type = event.getString("type");
            if (!through.covers(position)) {
                continue;
            }
            if (BY_OFFICERS.contains(type)) {
                byOfficers.put(position, type);
            } else if (isAbout(event, keys.get(offset), subject)) {
                found.put(position, type);
            }
        }
        return events.size();
    }

    private static boolean isAbout(DomainEvent event, SubjectId subject) {
        return switch (event) {
            case LookedUp lookup -> subject.equals(lookup.subject());
            case RequestEvent request -> subject.equals(request.subject());
            case ReleaseEvent release -> subject.equals(release.subject());
            case OpenDsrReceived received -> subject.equals(received.subject());
            default -> false;
        };
    }

    private static boolean isAbout(Document event, String key, String subject) {
        return SharedSeals.isAbout(event.getString("subject"), subject)
                || key.substring(0, key.lastIndexOf('@')).endsWith("/" + subject);
    }
}
