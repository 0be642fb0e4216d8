package com.videowindow.patina.projections.store;

import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import java.util.List;

/**
 * Takes documents out of an index, and out of its files: Elasticsearch only marks what is deleted, and keeps it until
 * segments are merged, and in its journal until that is rolled.
 */
public final class Weeding {
    private static final int AT_ONCE = 2_000;

    private final ReadSide readSide;

    Weeding(ReadSide readSide) {
        this.readSide = readSide;
    }

    /** Deletes what this finds in all indices behind the alias or beside it; answers how many. */
    public long delete(String alias, Query query) {
        long deleted = 0;
        refresh(alias);
        while (true) {
            List<BulkOperation> some = find(alias, query).stream()
                    .map(hit -> BulkOperation.of(operation ->
                            operation.delete(delete -> delete.index(hit.index()).id(hit.id()))))
                    .toList();
            if (some.isEmpty()) {
                return deleted;
            }
            BulkResponse answer = readSide.write(
                    client -> client.bulk(bulk -> bulk.operations(some).refresh(Refresh.True)));
            if (answer.errors()) {
                throw new ReadModelUnavailable("Elasticsearch could not delete all", null);
            }
            deleted += some.size();
        }
    }

    private List<Hit<Void>> find(String alias, Query query) {
        SearchRequest request = SearchRequest.of(search -> search.index(all(alias))
                .allowNoIndices(true)
                .size(AT_ONCE)
                .trackTotalHits(total -> total.enabled(false))
                .source(source -> source.fetch(false))
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
        refresh(alias);
        return readSide.write(client ->
                client.count(count -> count.index(all(alias)).query(query)).count());
    }

    /** Leaves nothing of what was deleted in the files: merges the segments that held it, and rolls the journal. */
    public void rewrite(String alias) {
        readSide.write(client ->
                client.indices().flush(flush -> flush.index(all(alias)).force(true)));
        readSide.write(client -> client.indices()
                .forcemerge(merge ->
                        merge.index(all(alias)).onlyExpungeDeletes(true).flush(true)));
        readSide.write(client ->
                client.indices().flush(flush -> flush.index(all(alias)).force(true)));
    }
}
