package com.videowindow.patina.projections.store;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.Level;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.indices.stats.IndicesStats;
import co.elastic.clients.elasticsearch.indices.stats.ShardStats;
import co.elastic.clients.json.JsonData;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Takes documents out of an index, and out of its files. Elasticsearch only marks what is deleted or written over; it keeps
 * it in its journal until that is rolled, and in segments until they are merged, which leaves out nothing that a copy of the
 * shard might still ask for. What they might ask for (retention leases) moves on every 30 seconds.
 */
public final class Weeding {
    private static final String SUBJECT = "body.subject";
    private static final int AT_ONCE = 2_000;
    /** Of 65,536 that a query may name. */
    private static final int TERMS_AT_ONCE = 50_000;
    /** Which is all that a search may answer. */
    private static final int HITS_AT_ONCE = 10_000;

    private final ReadSide readSide;

    Weeding(ReadSide readSide) {
        this.readSide = readSide;
    }

    /** Documents whose last event stands at one of these places. */
    public static List<Query> at(Collection<LogPosition> places) {
        return anyOf(
                "position",
                places.stream().map(one -> FieldValue.of(one.value())).toList());
    }

    /** Documents that name one of these people. */
    public static List<Query> naming(Collection<SubjectId> people) {
        return anyOf(
                SUBJECT,
                people.stream().map(one -> FieldValue.of(one.toString())).toList());
    }

    private static List<Query> anyOf(String field, List<FieldValue> all) {
        List<Query> queries = new ArrayList<>();
        for (int from = 0; from < all.size(); from += TERMS_AT_ONCE) {
            List<FieldValue> some = all.subList(from, Math.min(all.size(), from + TERMS_AT_ONCE));
            queries.add(
                    Query.of(query -> query.terms(terms -> terms.field(field).terms(values -> values.value(some)))));
        }
        return queries;
    }

    /** Where the last events of these documents stand, of those that are in this index: few bytes for each. */
    public Map<String, LogPosition> positions(String index, Collection<String> keys) {
        readSide.write(client -> client.indices().refresh(refresh -> refresh.index(index)));
        Map<String, LogPosition> found = HashMap.newHashMap(keys.size());
        List<String> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += HITS_AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + HITS_AT_ONCE));
            SearchRequest request = SearchRequest.of(search -> search.index(index)
                    .size(some.size())
                    .version(true)
                    .trackTotalHits(total -> total.enabled(false))
                    .source(source -> source.fetch(false))
                    .query(query -> query.ids(ids -> ids.values(some))));
            readSide.<List<Hit<Void>>>write(
                            client -> client.search(request, Void.class).hits().hits())
                    .forEach(hit -> found.put(
                            String.valueOf(hit.id()), new LogPosition(Objects.requireNonNull(hit.version()))));
        }
        return found;
    }

    /** Which of these stand in this index as they were before their places. */
    public List<String> before(String index, Map<String, LogPosition> places) {
        List<String> found = new ArrayList<>();
        positions(index, places.keySet()).forEach((key, position) -> {
            LogPosition place = places.get(key);
            if (place != null && !position.covers(place)) {
                found.add(key);
            }
        });
        return found;
    }

    /** How far each shard was written, by index and number. */
    public record Written(Map<String, Long> sequenceNumbers) {}

    /** Deletes what this finds in all indices behind the alias or beside it; answers how many. */
    public long delete(String alias, Query query) {
        return deleteIn(List.of(all(alias)), query);
    }

    /**
     * The same.
     *
     * @param before told whom the next of them are about, before they go
     */
    public long delete(String alias, Query query, Consumer<Set<String>> before) {
        return deleteIn(List.of(all(alias)), query, before);
    }

    /** The same in these indices alone. */
    public long deleteIn(List<String> indices, Query query) {
        return deleteIn(indices, query, people -> {});
    }

    private long deleteIn(List<String> indices, Query query, Consumer<Set<String>> before) {
        long deleted = 0;
        readSide.write(client -> client.indices().refresh(refresh -> refresh.index(indices)));
        while (true) {
            List<Hit<Void>> found = find(indices, query);
            List<BulkOperation> some = found.stream()
                    .map(hit -> BulkOperation.of(operation ->
                            operation.delete(delete -> delete.index(hit.index()).id(hit.id()))))
                    .toList();
            if (some.isEmpty()) {
                return deleted;
            }
            before.accept(people(found));
            BulkResponse answer = readSide.write(
                    client -> client.bulk(bulk -> bulk.operations(some).refresh(Refresh.True)));
            if (answer.errors()) {
                throw new ReadModelUnavailable("Elasticsearch could not delete all", null);
            }
            deleted += some.size();
        }
    }

    private static Set<String> people(List<Hit<Void>> found) {
        Set<String> people = new TreeSet<>();
        for (Hit<Void> hit : found) {
            JsonData subject = hit.fields().get(SUBJECT);
            if (subject != null) {
                people.addAll(List.of(subject.to(String[].class)));
            }
        }
        return people;
    }

    private List<Hit<Void>> find(List<String> indices, Query query) {
        SearchRequest request = SearchRequest.of(search -> search.index(indices)
                .allowNoIndices(true)
                .size(AT_ONCE)
                .trackTotalHits(total -> total.enabled(false))
                .source(source -> source.fetch(false))
                .docvalueFields(fields -> fields.field(SUBJECT))
                .query(query));
        return readSide.write(
                client -> client.search(request, Void.class).hits().hits());
    }

    private static String all(String alias) {
        return alias + "-*";
    }

    private void refresh(String alias) {
        readSide.write(client -> client.indices().refresh(refresh -> refresh.index(all(alias))));
    }

    /** How many this finds now. */
    public long count(String alias, Query query) {
        return countIn(List.of(all(alias)), query);
    }

    /** The same in these indices alone. */
    public long countIn(List<String> indices, Query query) {
        readSide.write(client -> client.indices().refresh(refresh -> refresh.index(indices)));
        return readSide.write(client ->
                client.count(count -> count.index(indices).query(query)).count());
    }

    /** How far these are written now. */
    public Written written(Collection<String> aliases) {
        Map<String, Long> numbers = new HashMap<>();
        shards(aliases).forEach((name, copies) -> copies.forEach(copy -> numbers.merge(name, newest(copy), Math::max)));
        return new Written(numbers);
    }

    /** Whether merging leaves out what had been deleted when this was written. */
    public boolean isReleased(Collection<String> aliases, Written written) {
        Map<String, List<ShardStats>> now = shards(aliases);
        return written.sequenceNumbers().entrySet().stream()
                .allMatch(one -> now.getOrDefault(one.getKey(), List.of()).stream()
                        .allMatch(copy -> oldestKept(copy) > one.getValue()));
    }

    private Map<String, List<ShardStats>> shards(Collection<String> aliases) {
        Map<String, IndicesStats> indices = readSide.write(client -> client.indices()
                .stats(stats ->
                        stats.index(aliases.stream().map(Weeding::all).toList()).level(Level.Shards))
                .indices());
        Map<String, List<ShardStats>> shards = new HashMap<>();
        indices.forEach(
                (index, stats) -> stats.shards().forEach((number, copies) -> shards.put(index + '/' + number, copies)));
        return shards;
    }

    private static long newest(ShardStats copy) {
        return copy.seqNo() == null ? -1 : copy.seqNo().maxSeqNo();
    }

    private static long oldestKept(ShardStats copy) {
        return copy.retentionLeases() == null
                ? Long.MAX_VALUE
                : copy.retentionLeases().leases().stream()
                        .mapToLong(lease -> lease.retainingSeqNo())
                        .min()
                        .orElse(Long.MAX_VALUE);
    }

    /** Leaves nothing of what was deleted in the files: rolls the journal and merges the segments that held it. */
    public void rewrite(String alias) {
        flush(alias);
        readSide.write(client -> client.indices()
                .forcemerge(merge ->
                        merge.index(all(alias)).onlyExpungeDeletes(true).flush(true)));
        refresh(alias); // closes what searches still had open
        flush(alias);
    }

    private void flush(String alias) {
        readSide.write(client ->
                client.indices().flush(flush -> flush.index(all(alias)).force(true)));
    }
}
