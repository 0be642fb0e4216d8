package com.videowindow.patina.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.json.PatinaJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** All documents behind one alias, read from Elasticsearch itself, past everything that is ours. */
public record ReadModel(URI elasticsearch, String alias) {
    private static final int PAGE = 250;

    /** One document: its external version, and its source, in which positions and all fields stand. */
    public record Kept(long version, String source) {
        /** Field by field, which texts that are equal need no reading for. */
        public boolean isSameAs(Kept other) {
            return version == other.version && (source.equals(other.source) || json().equals(other.json()));
        }

        public JsonNode json() {
            try {
                return PatinaJson.mapper().readTree(source);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** By id. */
    public Map<String, Kept> all() {
        Map<String, Kept> found = new TreeMap<>();
        each(found::put);
        return found;
    }

    /** Page by page in the order of positions, of which no two documents of one read model have the same. */
    public void each(BiConsumer<String, Kept> take) {
        post("_refresh", "");
        ObjectNode search = JsonNodeFactory.instance.objectNode();
        search.put("size", PAGE).put("version", true).putArray("sort").add("position");
        JsonNode page;
        do {
            page = post("_search", search.toString()).at("/hits/hits");
            for (JsonNode hit : page) {
                String source = hit.path("_source").toString();
                take.accept(
                        hit.path("_id").asText(), new Kept(hit.path("_version").asLong(), source));
                search.set("search_after", hit.path("sort"));
            }
        } while (!page.isEmpty());
    }

    public long count() {
        post("_refresh", "");
        return post("_count", "").path("count").asLong();
    }

    private JsonNode post(String what, String body) {
        return Objects.requireNonNull(RestClient.create(elasticsearch)
                .post()
                .uri("/{alias}/{what}", alias, what)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .body(JsonNode.class));
    }
}
