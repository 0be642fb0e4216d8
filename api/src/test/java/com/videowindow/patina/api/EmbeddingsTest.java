package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.api.Calls.Answer;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Embeddings are of one length, since of others no likeness could be told. */
class EmbeddingsTest {
    private static final Calls EDITOR = Node.editor();

    private static Answer publish(String id, String embedding) {
        return EDITOR.put("/api/v1/catalog/content/" + id, """
                {"title":"A bowl","creator":"mara","category":"ceramics","publishedAt":"2026-05-04T09:00:00Z",
                 "embedding":%s}
                """.formatted(embedding));
    }

    @Test
    void one_of_another_length_is_refused_and_nothing_is_published() {
        String one = "embedded-" + UUID.randomUUID();
        String other = "embedded-" + UUID.randomUUID();
        CraftCatalogue.awaitInMemory(publish(one, "[0.1,0.2,0.3]").position());

        Answer refused = publish(other, "[0.1,0.2,0.3,0.4]");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().toString()).contains("embedding", "must have 3 numbers");
        assertThat(EDITOR.get("/api/v1/catalog/content/" + other).status()).isEqualTo(404);
        assertThat(publish(one, "[0.4,0.3,0.2,0.1]").status())
                .as("of itself it may have another")
                .isLessThan(300);
        assertThat(EDITOR.delete("/api/v1/catalog/content/" + one).status()).isLessThan(300);
    }
}
