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
import org.jspecify.annotations.Nullable;

/**
 * Compares a rebuilt index with the live one, field by field. Up to {@value #ALL} documents are compared one and all; of
 * more, the oldest and the newest halves of that number, since writers wait meanwhile. A rebuilt document may be newer
 * than the live one, which stands still; that is no difference.
 */
final class Comparison {
    private static final int ALL = 5_000;
    private static final int PAGE = 100;
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

        private Found with(Document<JsonNode> one, @Nullable Document<JsonNode> again) {
            boolean later = again != null && again.position() > one.position();
            boolean other = !later && !one.equals(again);
            return new Found(live, rebuilt, compared + 1, newer + (later ? 1 : 0), different + (other ? 1 : 0));
        }

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
        Found found = new Found(inLive, indices.count(rebuilt), 0, 0, 0);
        found = sampled(found, live, rebuilt, SortOrder.Asc, inLive > ALL ? ALL / 2 : ALL);
        return inLive > ALL ? sampled(found, live, rebuilt, SortOrder.Desc, ALL / 2) : found;
    }

    /** A page at a time: a document as a tree takes five times what it takes as text. */
    private Found sampled(Found before, String live, String rebuilt, SortOrder order, int number) {
        Found found = before;
        List<Hit<Document<JsonNode>>> page = page(live, order, null);
        for (int left = number; left > 0 && !page.isEmpty(); left -= page.size()) {
            List<Hit<Document<JsonNode>>> some = page.subList(0, Math.min(left, page.size()));
            Map<String, Document<JsonNode>> again =
                    documents.current(rebuilt, some.stream().map(Hit::id).toList());
            for (Hit<Document<JsonNode>> hit : some) {
                found = found.with(Objects.requireNonNull(hit.source()), again.get(hit.id()));
            }
            page = page(live, order, page.getLast());
        }
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
