package com.videowindow.patina.eventlog.letters;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.DeadLetters;
import com.videowindow.patina.domain.audit.DeadSequence;
import com.videowindow.patina.domain.audit.Eviction;
import com.videowindow.patina.eventlog.Durable;
import com.videowindow.patina.eventlog.LogAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Letters of all groups as engineers see them. Evictions are kept for good: they say why a read model lacks an event. */
public final class StoredDeadLetters implements DeadLetters {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Sequences sequences;
    private final MongoCollection<Document> evictions;

    public StoredDeadLetters(MongoDatabase database) {
        sequences = new Sequences(database);
        evictions = evictions(database).withTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** As it is stored, for a backup. */
    public static MongoCollection<Document> evictions(MongoDatabase database) {
        return Durable.collection(database, "evictions");
    }

    /** For what is asked by name. Lists of all letters or evictions are read through: of those there are few. */
    public void ensureIndexes() {
        sequences.ensureIndexes();
        available(() -> evictions.createIndex(Indexes.ascending("projection")));
    }

    @Override
    public List<DeadSequence> sequences(@Nullable String projection, @Nullable String after, int atMost) {
        List<DeadSequence> found = new ArrayList<>();
        sequences.each(projection == null ? Filters.empty() : Filters.eq("group", projection), each -> {
            if (after == null || name(each.group(), each.id()).compareTo(after) > 0) {
                found.add(each.seen(false));
            }
        });
        found.sort(Comparator.comparing(each -> name(each.projection(), each.sequence())));
        return List.copyOf(found.subList(0, Math.min(found.size(), atMost)));
    }

    private static String name(String projection, String sequence) {
        return projection + "/" + sequence;
    }

    @Override
    public Optional<DeadSequence> find(String projection, String sequence) {
        return sequences.find(projection, sequence).map(found -> found.seen(true));
    }

    @Override
    public long count(String projection) {
        return sequences.letters(projection);
    }

    /** First the reason is stored, then the letters go: one that goes without a reason would be lost to everybody. */
    @Override
    public Optional<Eviction> evict(
            String projection,
            String sequence,
            @Nullable LogPosition position,
            String reason,
            SubjectId by,
            Instant at) {
        List<LogPosition> positions = sequences.find(projection, sequence).stream()
                .flatMap(found -> found.letters().stream().map(Letter::position))
                .filter(each -> position == null || each.equals(position))
                .toList();
        if (positions.isEmpty()) {
            return Optional.empty();
        }
        Eviction eviction = new Eviction(projection, sequence, positions, reason, by, at);
        available(() -> evictions.insertOne(document(eviction)));
        positions.forEach(each -> sequences.remove(projection, sequence, each));
        return Optional.of(eviction);
    }

    private static Document document(Eviction eviction) {
        return new Document("projection", eviction.projection())
                .append("sequence", eviction.sequence())
                .append(
                        "positions",
                        eviction.positions().stream().map(LogPosition::value).toList())
                .append("reason", eviction.reason())
                .append("by", eviction.by().toString())
                .append("at", eviction.at().toString());
    }

    private static Eviction eviction(Document stored) {
        return new Eviction(
                stored.getString("projection"),
                stored.getString("sequence"),
                stored.getList("positions", Long.class).stream()
                        .map(LogPosition::new)
                        .toList(),
                stored.getString("reason"),
                new SubjectId(UUID.fromString(stored.getString("by"))),
                Instant.parse(stored.getString("at")));
    }

    @Override
    public List<Eviction> evictions(int atMost) {
        return available(() -> evictions.find().map(StoredDeadLetters::eviction).into(new ArrayList<>())).stream()
                .sorted(Comparator.comparing(Eviction::at).reversed())
                .limit(atMost)
                .toList();
    }

    @Override
    public Set<LogPosition> evicted(String projection) {
        Set<LogPosition> positions = new HashSet<>();
        available(() -> evictions
                        .find(Filters.eq("projection", projection))
                        .map(StoredDeadLetters::eviction)
                        .into(new ArrayList<>()))
                .forEach(each -> positions.addAll(each.positions()));
        return positions;
    }

    @Override
    public void discard(String projection, LogPosition upTo) {
        List<Sequence> all = new ArrayList<>();
        sequences.each(projection, all::add);
        for (Sequence sequence : all) {
            sequence.letters().stream()
                    .map(Letter::position)
                    .filter(upTo::covers)
                    .forEach(position -> sequences.remove(projection, sequence.id(), position));
        }
    }

    private static <T> T available(Supplier<T> access) {
        return LogAccess.available("the dead letters are not available", access);
    }
}
