package com.videowindow.patina.projections.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.ContentPublished;
import com.videowindow.patina.domain.catalog.CreatorId;
import com.videowindow.patina.domain.catalog.Description;
import com.videowindow.patina.projections.runner.Positioned;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddingLengthsTest {
    private static final ContentId SPOON = new ContentId("spoon");
    private static final ContentId BOWL = new ContentId("bowl");

    private final MemoryCatalog catalog = new MemoryCatalog();
    private long position;

    private void published(ContentId id, Float... embedding) {
        Description about = new Description(
                "A " + id,
                null,
                null,
                new CreatorId("ben"),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                null);
        Content content = new Content(id, about, null, null, Instant.EPOCH, List.of(embedding));
        catalog.onOwn(new Positioned(new LogPosition(position++), new ContentPublished(content, Instant.EPOCH)));
    }

    @Test
    void are_those_of_all_content_but_the_one_that_is_published_anew() {
        assertThat(catalog.embeddingLengths(SPOON)).isEmpty();

        published(BOWL);
        published(SPOON, 1f, 2f);
        assertThat(catalog.embeddingLengths(SPOON)).isEmpty();
        assertThat(catalog.embeddingLengths(BOWL)).containsExactly(2);
    }

    @Test
    void are_of_what_stands_and_not_of_what_was() {
        published(SPOON, 1f, 2f);
        published(SPOON, 1f, 2f, 3f);
        assertThat(catalog.embeddingLengths(BOWL)).containsExactly(3);

        published(SPOON);
        assertThat(catalog.embeddingLengths(BOWL)).isEmpty();
    }
}
