package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.api.Calls.Answer;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a person states about themselves, changed by two devices at once. */
class PreferencesTest {

    private static final String PREFERENCES = "/api/v1/user/profile/preferences";
    private static final String DOVETAIL =
            "{\"interests\":[{\"facet\":\"technique:dovetail\",\"weight\":0.9}],\"avoided\":[\"category:ceramics\"]}";

    private final Calls anna = Node.person("anna-" + UUID.randomUUID()).consenting();

    @Test
    void whoever_read_an_older_statement_is_told_so() {
        Answer first = anna.put(PREFERENCES, DOVETAIL, "If-Match", "\"0\"");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("ETag")).isEqualTo("\"1\"");

        Answer late = anna.put(PREFERENCES, "{}", "If-Match", "\"0\"");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.problem()).isEqualTo("outdated");

        assertThat(anna.put(PREFERENCES, "{}", "If-Match", "\"1\"").header("ETag"))
                .isEqualTo("\"2\"");
    }

    @Test
    void without_a_revision_the_last_one_counts() {
        anna.put(PREFERENCES, DOVETAIL);
        assertThat(anna.put(PREFERENCES, "{}").status()).isEqualTo(200);
    }

    @Test
    void a_statement_is_read_back_with_its_revision_and_outranks_what_was_learned() {
        anna.put(PREFERENCES, DOVETAIL);

        await().untilAsserted(
                        () -> assertThat(anna.get(PREFERENCES).header("ETag")).isEqualTo("\"1\""));
        assertThat(anna.get(PREFERENCES).json().path("avoided").path(0).asText())
                .isEqualTo("category:ceramics");
        assertThat(anna.get("/api/v1/user/profile")
                        .json()
                        .path("interests")
                        .path(0)
                        .path("source")
                        .asText())
                .isEqualTo("Explicit");
    }
}
