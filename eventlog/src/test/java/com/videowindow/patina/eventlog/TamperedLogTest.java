package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.event;
import static com.videowindow.patina.eventlog.People.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TamperedLogTest {
    private static final long VICTIM = 66;

    private OpenLog open;
    private MongoCollection<Document> blocks;

    @BeforeEach
    void a_log_of_seventy_blocks(@TempDir Path folder) {
        open = OpenLog.in(folder);
        blocks = open.database().getCollection("blocks");
        for (int i = 0; i < 70; i++) {
            open.log().storageEngine().appendEvents(event("consents/1", i, viewed(ANNA, "m" + i)));
        }
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void an_untouched_log_verifies() {
        assertThat(open.log().verify()).isEqualTo(open.log().inspection().status());
    }

    @Test
    void one_flipped_bit_in_a_payload_is_found() {
        change(block -> {
            byte[] payload = first(block).get("payload", Binary.class).getData();
            payload[payload.length / 2] ^= 1;
            first(block).put("payload", new Binary(payload));
        });
        assertDamaged("event consents/1@66 was changed");
    }

    @Test
    void a_changed_header_is_found() {
        change(block -> first(block).put("subject", "00000000-0000-7000-8000-000000000be2"));
        assertDamaged("event consents/1@66 was changed");
    }

    @Test
    void a_moved_stream_is_found() {
        change(block -> block.put("keys", List.of("consents/2@0")));
        assertDamaged("event consents/2@0 was changed");
    }

    @Test
    void a_replaced_event_with_a_leaf_to_match_is_found() {
        Document other = block(3);
        blocks.deleteOne(Filters.eq("_id", 3));
        change(block -> {
            block.put("keys", other.get("keys"));
            block.put("events", other.get("events"));
        });
        blocks.insertOne(new Document(other).append("keys", List.of("elsewhere@0")));
        assertThatThrownBy(() -> open.log().verify()).isInstanceOf(BrokenChain.class);
    }

    @Test
    void a_removed_block_is_missed() {
        blocks.deleteOne(Filters.eq("_id", VICTIM));
        assertDamaged("it is missing, although blocks after it are there");
    }

    @Test
    void a_removed_milestone_is_missed() {
        Document block = block(64);
        block.remove("frontier");
        block.remove("types");
        blocks.replaceOne(Filters.eq("_id", 64), block);
        assertThatThrownBy(() -> open.log().verify())
                .hasMessageContaining("block 64")
                .hasMessageContaining("milestone");
    }

    @Test
    void a_changed_milestone_is_found() {
        Document block = block(64);
        block.get("types", Document.class).put("InteractionRecorded", 7L);
        blocks.replaceOne(Filters.eq("_id", 64), block);
        assertThatThrownBy(() -> open.log().verify())
                .hasMessageContaining("block 64")
                .hasMessageContaining("milestone");
    }

    private Document block(long number) {
        return Objects.requireNonNull(blocks.find(Filters.eq("_id", number)).first());
    }

    private void change(Consumer<Document> change) {
        Document block = block(VICTIM);
        change.accept(block);
        blocks.replaceOne(Filters.eq("_id", VICTIM), block);
    }

    private static Document first(Document block) {
        return block.getList("events", Document.class).getFirst();
    }

    private void assertDamaged(String how) {
        assertThatThrownBy(() -> open.log().verify())
                .isInstanceOf(BrokenChain.class)
                .hasMessageContaining("block " + VICTIM)
                .hasMessageContaining(how);
    }
}
