package com.videowindow.patina.projections.rebuild;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.json.PatinaJson;
import com.videowindow.patina.projections.store.Document;
import com.videowindow.patina.projections.store.Documents;
import com.videowindow.patina.projections.store.Indices;
import com.videowindow.patina.projections.store.ReadSide;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares a rebuilt index with the live one, field by field. Up to {@value #ALL} documents are compared one and all; of
 * more, the oldest and the newest halves of that number, since writers wait meanwhile. A rebuilt document may be newer
 * than the live one, which stands still; that is no difference.
 */
final class Comparison {
    private static final int ALL = 5_000;
    private static final int PAGE = 500;
    private static final JavaType TYPE =
            PatinaJson.mapper().getTypeFactory().constructParametricType(Document.class, JsonNode.class);

    private final ReadSide readSide;
    private final Indices indices;
    private final Documents<JsonNode> documents;

    Comparison(ReadSide readSide, Indices indices) {
        this.readSide = readSide;
        this.indices = indices;
        this.documents = new Documents<>(readSide, JsonNode.class);
    }

    /** What was found. */
    record Found(long live, long rebuilt, int compared, int newer, int different) {
        String inWords() {
            String counts = live == rebuilt
                    ? live + " documents in both"
                    : live + " documents live and " + rebuilt + " rebuilt";
            String fields = different == 0 ? "identical field by field" : different + " differ";
            return counts + "; " + compared + " compared: " + fields
                    + (newer == 0 ? "" : ", " + newer + " newer than the live one");
        }
    }

    Found of(String live, String rebuilt) {
        indices.refresh(live);
        indices.refresh(rebuilt);
        long inLive = indices.count(live);
        Map<String, Document<JsonNode>> sample =
                new TreeMap<>(sample(live, SortOrder.Asc, inLive > ALL ? ALL / 2 : ALL));
        if (inLive > ALL) {
            sample.putAll(sample(live, SortOrder.Desc, ALL / 2));
        }
        Map<String, Document<JsonNode>> again = documents.current(rebuilt, sample.keySet());
        int newer = 0;
        int different = 0;
        for (Map.Entry<String, Document<JsonNode>> entry : sample.entrySet()) {
            Document<JsonNode> other = again.get(entry.getKey());
            if (other != null && other.position() > entry.getValue().position()) {
                newer++;
            } else if (!entry.getValue().equals(other)) {
                different++;
            }
        }
        return new Found(inLive, indices.count(rebuilt), sample.size(), newer, different);
    }

    private Map<String, Document<JsonNode>> sample(String index, SortOrder order, int number) {
        Map<String, Document<JsonNode>> found = new TreeMap<>();
        @Nullable Hit<Document<JsonNode>> last = null;
        do {
            List<Hit<Document<JsonNode>>> page = page(index, order, last);
            found.putAll(page.stream().collect(Collectors.toMap(Hit::id, hit -> Objects.requireNonNull(hit.source()))));
            last = page.isEmpty() ? null : page.getLast();
        } while (last != null && found.size() < number);
        return found;
    }

    private List<Hit<Document<JsonNode>>> page(String index, SortOrder order, @Nullable Hit<Document<JsonNode>> after) {
        return readSide.write(client -> client.<Document<JsonNode>>search(
                        search -> {
                            search.index(index)
                                    .size(PAGE)
                                    .sort(by -> by.field(
                                            field -> field.field("position").order(order)));
                            return after == null ? search : search.searchAfter(after.sort());
                        },
                        TYPE)
                .hits()
                .hits());
    }
}
