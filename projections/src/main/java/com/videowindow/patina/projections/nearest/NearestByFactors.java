package com.videowindow.patina.projections.nearest;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.recommendation.NearestAnswer;
import com.videowindow.patina.domain.recommendation.Neighbours;
import com.videowindow.patina.projections.store.ReadSide;
import com.videowindow.patina.query.recommendation.NearestContent;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Asks the index of the model in force for what its factors put nearest.
 *
 * <p>Idea: a graph of items that are near each other is walked towards the greatest product, so that a few thousand products are made
 * instead of one for each item; nearly all of the nearest are found. What may not be offered is passed over on the way.
 *
 * <p>Reference: Malkov and Yashunin, Efficient and Robust Approximate Nearest Neighbor Search Using Hierarchical Navigable Small World
 * Graphs (2018).
 */
@Component
@EnableConfigurationProperties(NearestSettings.class)
final class NearestByFactors implements NearestContent {
    private static final int NOT_FOUND = 404;

    private final NearestSettings settings;
    private final ReadSide readSide;

    NearestByFactors(NearestSettings settings, ReadSide readSide) {
        this.settings = settings;
        this.readSide = readSide;
    }

    @Override
    public boolean isAsked() {
        return settings.nearest() == NearestSettings.Where.ELASTICSEARCH;
    }

    @Override
    public Neighbours find(Wish wish) {
        Duration time = shorter(wish);
        if (!time.isPositive()) {
            return Neighbours.none(NearestAnswer.LATE);
        }
        SearchRequest request = request(wish, time);
        try {
            return found(readSide.within(time, client -> client.search(request, Void.class)));
        } catch (TimeoutException e) {
            return Neighbours.none(NearestAnswer.LATE);
        } catch (ReadModelUnavailable e) {
            return Neighbours.none(NearestAnswer.AWAY);
        } catch (ElasticsearchException e) {
            return Neighbours.none(e.status() == NOT_FOUND ? NearestAnswer.NO_INDEX : NearestAnswer.AWAY);
        }
    }

    private Duration shorter(Wish wish) {
        Duration own = settings.nearestWithin();
        Duration left = wish.time();
        return left == null || own.compareTo(left) < 0 ? own : left;
    }

    private static Neighbours found(SearchResponse<Void> answer) {
        return answer.timedOut()
                ? Neighbours.none(NearestAnswer.LATE)
                : new Neighbours(
                        NearestAnswer.FOUND,
                        answer.hits().hits().stream().map(hit -> content(hit)).toList());
    }

    private static ContentId content(Hit<Void> hit) {
        JsonData content = Objects.requireNonNull(hit.fields().get(FactorIndex.CONTENT));
        return new ContentId(content.toJson().asJsonArray().getString(0));
    }

    private SearchRequest request(Wish wish, Duration time) {
        return SearchRequest.of(search -> search.index(FactorIndex.alias(wish.model()))
                .timeout(Math.max(1, time.toMillis()) + "ms")
                .size(settings.nearestFound())
                .trackTotalHits(total -> total.enabled(false))
                .source(source -> source.fetch(false))
                .storedFields("_none_")
                .docvalueFields(fields -> fields.field(FactorIndex.CONTENT))
                .knn(knn -> knn.field(FactorIndex.FACTORS)
                        .queryVector(wish.vector())
                        .k(settings.nearestFound())
                        .numCandidates(settings.nearestLooked())
                        .filter(mayBeOffered(wish))));
    }

    private static Query mayBeOffered(Wish wish) {
        BoolQuery.Builder offered = new BoolQuery.Builder();
        wish.having().forEach(facets -> offered.filter(anyOf(FactorIndex.FACETS, facets)));
        wish.languages()
                .forEach(languages -> offered.filter(
                        query -> query.bool(either -> either.should(anyOf(FactorIndex.LANGUAGE, languages))
                                .should(none -> none.bool(not -> not.mustNot(
                                        has -> has.exists(exists -> exists.field(FactorIndex.LANGUAGE))))))));
        if (!wish.avoided().isEmpty()) {
            offered.mustNot(anyOf(FactorIndex.FACETS, wish.avoided()));
        }
        if (!wish.without().isEmpty()) {
            offered.mustNot(query -> query.ids(ids ->
                    ids.values(wish.without().stream().map(ContentId::value).toList())));
        }
        return Query.of(query -> query.bool(offered.build()));
    }

    private static Query anyOf(String field, Collection<?> values) {
        return Query.of(query -> query.terms(terms -> terms.field(field)
                .terms(some -> some.value(values.stream()
                        .map(value -> FieldValue.of(value.toString()))
                        .toList()))));
    }
}
