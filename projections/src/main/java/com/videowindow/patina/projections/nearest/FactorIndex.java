package com.videowindow.patina.projections.nearest;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.mapping.DenseVectorIndexOptionsType;
import co.elastic.clients.elasticsearch._types.mapping.DenseVectorSimilarity;
import co.elastic.clients.elasticsearch._types.mapping.DynamicMapping;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.indices.IndicesStatsResponse;
import co.elastic.clients.elasticsearch.indices.add_block.IndicesBlockOptions;
import co.elastic.clients.elasticsearch.indices.stats.IndexStats;
import co.elastic.clients.elasticsearch.indices.stats.IndicesStats;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.projections.store.ReadSide;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Indices of item factors, one for each model, named by its version. Readers ask by an alias that an index has once it is whole and
 * can be changed no more, so half of a model never answers. Only what is looked up is in it: no source, nothing of anybody.
 *
 * <p>One shard and one segment: a list waits for one search of one graph.
 */
@Component
final class FactorIndex {
    static final String PREFIX = "factors-";
    static final String FACTORS = "factors";
    /** Its id once more, in a column: to read it from there costs a fraction of what reading documents does. */
    static final String CONTENT = "content";

    static final String FACETS = "facets";
    static final String LANGUAGE = "language";

    /** More than these Elasticsearch takes not. */
    static final int MOST_DIMENSIONS = 4_096;

    private static final int LINKS = 16;
    private static final int LOOKED_WHEN_BUILT = 200;

    private final ReadSide readSide;

    FactorIndex(ReadSide readSide) {
        this.readSide = readSide;
    }

    /** By which it is read. */
    static String alias(ModelVersion version) {
        return "nearest-" + version.value().toLowerCase(Locale.ROOT);
    }

    static String name(ModelVersion version) {
        return PREFIX + version.value().toLowerCase(Locale.ROOT);
    }

    boolean isWhole(ModelVersion version) {
        return readSide.write(client -> client.indices()
                .existsAlias(exists -> exists.name(alias(version)))
                .value());
    }

    /** An empty one; one that is there is left as it is. */
    void create(ModelVersion version, int dimensions) {
        TypeMapping mapping = TypeMapping.of(type -> type.dynamic(DynamicMapping.False)
                .source(source -> source.enabled(false))
                .properties(CONTENT, field -> field.keyword(keyword -> keyword.index(false)))
                .properties(FACETS, field -> field.keyword(keyword -> keyword))
                .properties(LANGUAGE, field -> field.keyword(keyword -> keyword))
                .properties(
                        FACTORS,
                        field -> field.denseVector(vector -> vector.dims(dimensions)
                                .index(true)
                                .similarity(DenseVectorSimilarity.MaxInnerProduct)
                                .indexOptions(options -> options.type(DenseVectorIndexOptionsType.Hnsw)
                                        .m(LINKS)
                                        .efConstruction(LOOKED_WHEN_BUILT)))));
        readSide.write(client -> {
            try {
                return client.indices()
                        .create(create -> create.index(name(version))
                                .mappings(mapping)
                                .settings(settings -> settings.numberOfShards("1")
                                        .autoExpandReplicas("0-1")
                                        .refreshInterval(never -> never.time("-1"))))
                        .acknowledged();
            } catch (ElasticsearchException e) {
                if ("resource_already_exists_exception".equals(e.error().type())) {
                    return true;
                }
                throw e;
            }
        });
    }

    /** How many items are in it. */
    long count(ModelVersion version) {
        String index = name(version);
        readSide.write(client -> client.indices().refresh(refresh -> refresh.index(index)));
        return readSide.write(
                client -> client.count(count -> count.index(index)).count());
    }

    /** In their order, so that as many as are in it are the first. */
    void write(List<BulkOperation> operations) {
        BulkRequest request = BulkRequest.of(bulk -> bulk.operations(operations).timeout(time -> time.time("10s")));
        if (readSide.write(client -> client.bulk(request)).errors()) {
            throw new ReadModelUnavailable("Elasticsearch could not take all factors", null);
        }
    }

    /** Nobody writes into it any more, and in the background its segments become one. */
    boolean isMerged(ModelVersion version) {
        String index = name(version);
        readSide.write(
                client -> client.indices().addBlock(add -> add.index(index).block(IndicesBlockOptions.Write)));
        IndicesStats all = readSide.<IndicesStatsResponse>write(
                        client -> client.indices().stats(stats -> stats.index(index)))
                .all();
        IndexStats held = all.primaries();
        boolean merged =
                held != null && held.segments() != null && held.segments().count() <= 1;
        boolean merging = held != null && held.merges() != null && held.merges().current() > 0;
        if (!merged && !merging) {
            readSide.write(client -> client.indices()
                    .forcemerge(merge ->
                            merge.index(index).maxNumSegments(1L).flush(true).waitForCompletion(false)));
        }
        return merged;
    }

    /** From now on readers find it. */
    void show(ModelVersion version) {
        String index = name(version);
        readSide.write(client -> client.indices().refresh(refresh -> refresh.index(index)));
        readSide.write(
                client -> client.indices().putAlias(put -> put.index(index).name(alias(version))));
    }

    Set<String> all() {
        return new TreeSet<>(readSide.<Set<String>>write(client -> client.indices()
                .get(get -> get.index(PREFIX + "*").allowNoIndices(true))
                .result()
                .keySet()));
    }

    void delete(String index) {
        readSide.write(
                client -> client.indices().delete(delete -> delete.index(index).ignoreUnavailable(true)));
    }
}
