package com.videowindow.patina.projections.store;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.JavaType;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.Refusal.Malformed;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.json.PatinaJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Pages through facts by time, one person's or others. Searches see what was written before the last refresh only, so a search
 * after a write of this node refreshes first: a person finds what they have just done. At most four times a second, since
 * a refresh costs more than a search.
 */
public final class NewestFirst<D> {
    private static final long BETWEEN_REFRESHES = 250_000_000L;

    private static final int POSITIONS_AT_ONCE = 1_000;

    private final ReadSide readSide;
    private final String alias;
    private final String time;
    private final JavaType type;
    private final AtomicBoolean changed = new AtomicBoolean(true);
    private long refreshed = System.nanoTime() - BETWEEN_REFRESHES;

    public NewestFirst(ReadSide readSide, String alias, Class<D> body) {
        this(readSide, alias, body, "at");
    }

    /** @param time names the field of the body by which they are sorted */
    public NewestFirst(ReadSide readSide, String alias, Class<D> body, String time) {
        this.readSide = readSide;
        this.alias = alias;
        this.time = "body." + time;
        this.type = PatinaJson.mapper().getTypeFactory().constructParametricType(Document.class, body);
    }

    /** Some facts, newest first, and where to go on. */
    public record Page<D>(
            List<Document<D>> documents, @Nullable String next) {

        public List<D> facts() {
            return documents.stream().map(NewestFirst::body).toList();
        }
    }

    /** To be called after this node wrote a fact. */
    public void changed() {
        changed.set(true);
    }

    public Page<D> page(SubjectId subject, @Nullable String cursor, int limit) {
        return page(of(subject), cursor, limit);
    }

    /** Likewise, without those that stand at some places. */
    public Page<D> page(SubjectId subject, Set<LogPosition> without, @Nullable String cursor, int limit) {
        return without.isEmpty()
                ? page(subject, cursor, limit)
                : page(
                        Query.of(query ->
                                query.bool(all -> all.filter(of(subject)).mustNot(Weeding.at(without)))),
                        cursor,
                        limit);
    }

    private static Query of(SubjectId subject) {
        return Query.of(query -> query.term(term -> term.field("body.subject").value(subject.toString())));
    }

    /** Those that this finds. */
    public Page<D> page(Query of, @Nullable String cursor, int limit) {
        SearchRequest request = request(of, cursor == null ? null : Cursor.parse(cursor), limit + 1);
        try {
            refreshWhenChanged();
            List<Hit<Document<D>>> hits = readSide.search(
                    client -> client.<Document<D>>search(request, type).hits().hits());
            return page(hits, limit);
        } catch (ElasticsearchException e) {
            if (e.status() == 404) {
                return new Page<>(List.of(), null);
            }
            throw new ReadModelUnavailable("Elasticsearch refused a search", e);
        }
    }

    /** Where this person's facts stand in the log, up to and with a position; also those that other nodes wrote just now. */
    public List<LogPosition> positions(SubjectId subject, LogPosition until) {
        List<LogPosition> positions = new ArrayList<>();
        changed();
        try {
            refreshWhenChanged();
            long after = LogPosition.START.value();
            List<Long> some;
            do {
                some = positions(subject, after, until);
                some.forEach(position -> positions.add(new LogPosition(position)));
                after = some.isEmpty() ? after : some.getLast();
            } while (some.size() == POSITIONS_AT_ONCE);
        } catch (ElasticsearchException e) {
            if (e.status() != 404) {
                throw new ReadModelUnavailable("Elasticsearch refused a search", e);
            }
        }
        return positions;
    }

    private List<Long> positions(SubjectId subject, long after, LogPosition until) {
        SearchRequest request = SearchRequest.of(search -> search.index(alias)
                .size(POSITIONS_AT_ONCE)
                .trackTotalHits(total -> total.enabled(false))
                .source(source -> source.fetch(false))
                .query(query -> query.bool(all -> all.filter(of(subject))
                        .filter(one -> one.range(range -> range.number(position ->
                                position.field("position").gt((double) after).lte((double) until.value()))))))
                .sort(by -> by.field(field -> field.field("position").order(SortOrder.Asc))));
        return readSide
                .search(client -> client.search(request, Void.class).hits().hits())
                .stream()
                .map(hit -> hit.sort().getFirst().longValue())
                .toList();
    }

    private Page<D> page(List<Hit<Document<D>>> hits, int limit) {
        List<Hit<Document<D>>> shown = hits.subList(0, Math.min(limit, hits.size()));
        String next = hits.size() > limit ? Cursor.of(shown.getLast().sort()).text() : null;
        return new Page<>(shown.stream().map(NewestFirst::document).toList(), next);
    }

    private static <D> Document<D> document(Hit<Document<D>> hit) {
        Document<D> document = hit.source();
        if (document == null) {
            throw new ReadModelUnavailable("A fact without content", null);
        }
        return document;
    }

    /** A fact always has one. */
    public static <D> D body(Document<D> document) {
        D body = document.body();
        if (body == null) {
            throw new ReadModelUnavailable("A fact without content", null);
        }
        return body;
    }

    private SearchRequest request(Query of, @Nullable Cursor after, int size) {
        return SearchRequest.of(search -> {
            search.index(alias)
                    .size(size)
                    .trackTotalHits(total -> total.enabled(false))
                    .query(of)
                    .sort(by -> by.field(field -> field.field(time).order(SortOrder.Desc)))
                    .sort(by -> by.field(field -> field.field("position").order(SortOrder.Desc)));
            return after == null ? search : search.searchAfter(after.values());
        });
    }

    private synchronized void refreshWhenChanged() {
        if (!changed.get()) {
            return;
        }
        long early = BETWEEN_REFRESHES - (System.nanoTime() - refreshed);
        if (early > 0) {
            LockSupport.parkNanos(early);
        }
        changed.set(false);
        readSide.search(client -> client.indices().refresh(refresh -> refresh.index(alias)));
        refreshed = System.nanoTime();
    }

    /** Where a page ended: the time and the position of its last fact. */
    private record Cursor(long at, long position) {

        static Cursor of(List<FieldValue> sort) {
            return new Cursor(sort.get(0).longValue(), sort.get(1).longValue());
        }

        static Cursor parse(String text) {
            int dash = text.indexOf('.');
            try {
                return new Cursor(
                        Long.parseLong(text.substring(0, Math.max(dash, 0)), Character.MAX_RADIX),
                        Long.parseLong(text.substring(dash + 1), Character.MAX_RADIX));
            } catch (NumberFormatException e) {
                throw new Refused(new Malformed("cursor", "must be the next of an earlier page"));
            }
        }

        String text() {
            return Long.toString(at, Character.MAX_RADIX) + "." + Long.toString(position, Character.MAX_RADIX);
        }

        List<FieldValue> values() {
            return List.of(FieldValue.of(at), FieldValue.of(position));
        }
    }
}
