package com.videowindow.patina.projections;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch._types.ExpandWildcard;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.embedded.SharedElasticsearch;
import com.videowindow.patina.projections.store.ReadSide;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks straight into Elasticsearch. */
final class Elastic {
    private Elastic() {}

    /** The shared one without the indices of other tests: emptied under a running node, it would look like a loss. */
    static URI emptied() {
        URI uri = SharedElasticsearch.uri();
        List<String> all = ask(HttpRequest.newBuilder(uri.resolve("/_cat/indices?h=index&expand_wildcards=all")))
                .lines()
                .map(String::strip)
                .toList();
        if (!all.isEmpty()) {
            // a rebuild of the node before may still take one away
            String named = '/' + String.join(",", all) + "?ignore_unavailable=true";
            ask(HttpRequest.newBuilder(uri.resolve(named)).DELETE());
        }
        return uri;
    }

    private static String ask(HttpRequest.Builder request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

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
