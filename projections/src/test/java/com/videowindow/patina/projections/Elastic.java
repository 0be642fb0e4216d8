package com.videowindow.patina.projections;

import co.elastic.clients.elasticsearch._types.ExpandWildcard;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.projections.store.ReadSide;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks straight into Elasticsearch. */
final class Elastic {
    private Elastic() {}

    static List<String> indices(ReadSide readSide) {
        return readSide.write(client ->
                client
                        .indices()
                        .get(get -> get.index("*").expandWildcards(ExpandWildcard.All))
                        .result()
                        .keySet()
                        .stream()
                        .sorted()
                        .toList());
    }

    static void empty(ReadSide readSide) {
        List<String> all = indices(readSide);
        if (!all.isEmpty()) {
            readSide.write(client -> client.indices().delete(delete -> delete.index(all)));
        }
    }

    static boolean has(ReadSide readSide, String index) {
        return readSide.write(
                client -> client.indices().exists(exists -> exists.index(index)).value());
    }

    static Map<String, String> documents(ReadSide readSide, String index) {
        readSide.write(client -> client.indices().refresh(refresh -> refresh.index(index)));
        Map<String, String> found = new TreeMap<>();
        List<FieldValue> after = List.of();
        List<Hit<JsonNode>> hits;
        do {
            SearchRequest request = page(index, after);
            hits = readSide.write(
                    client -> client.search(request, JsonNode.class).hits().hits());
            hits.forEach(hit -> found.put(hit.id(), hit.version() + " " + hit.source()));
            after = hits.isEmpty() ? List.of() : hits.getLast().sort();
        } while (!hits.isEmpty());
        return found;
    }

    private static SearchRequest page(String index, List<FieldValue> after) {
        return SearchRequest.of(search -> {
            search.index(index)
                    .size(1000)
                    .version(true)
                    .sort(by -> by.field(f -> f.field("position").order(SortOrder.Asc)));
            return after.isEmpty() ? search : search.searchAfter(after);
        });
    }
}
