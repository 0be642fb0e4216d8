package com.videowindow.patina.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is compared and set is found by its key, however the condition is put; nothing else may be passed over. */
class KeyRangeTest {
    @Test
    void a_key_is_found_alone_wherever_it_is_named() {
        KeyRange alone = new KeyRange("a", "a", false, null);

        assertThat(KeyRange.of(id("a"), null)).contains(alone);
        assertThat(KeyRange.of(id("a").append("generation", 1), null)).contains(alone);
        assertThat(KeyRange.of(all(id("a"), new Document("generation", 1)), null))
                .contains(alone);
        assertThat(KeyRange.of(all(id(7L), new Document("generation", 1)), null))
                .contains(new KeyRange(7L, 7L, false, null));
    }

    @Test
    void bounds_that_must_all_hold_narrow_each_other() {
        assertThat(KeyRange.of(all(id(new Document("$gte", "a")), id(new Document("$lt", "b"))), null))
                .contains(new KeyRange("a", "b", false, null));
    }

    @Test
    void what_the_order_cannot_tell_is_left_to_the_server() {
        assertThat(KeyRange.of(id(null), null)).isEmpty();
        assertThat(KeyRange.of(id(1.5), null)).isEmpty();
        assertThat(KeyRange.of(id(new BsonRegularExpression("^a")), null)).isEmpty();
        assertThat(KeyRange.of(id(new Document("$in", List.of("a", "b"))), null))
                .isEmpty();
        assertThat(KeyRange.of(id(new Document("$ne", "a")), null)).isEmpty();
        assertThat(KeyRange.of(new Document("$or", List.of(id("a"), id("b"))), null))
                .isEmpty();
    }

    private static Document id(@Nullable Object condition) {
        return new Document("_id", condition);
    }

    private static Document all(Document... conditions) {
        return new Document("$and", List.of(conditions));
    }
}
