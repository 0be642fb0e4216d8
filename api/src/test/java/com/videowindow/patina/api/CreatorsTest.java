package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.api.Calls.Answer;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Creators publish under a public handle; as whom the platform knows them is nowhere in what they publish. */
class CreatorsTest {
    private static final String WORK =
            "{\"title\":\"A stool\",\"creator\":\"%s\",\"publishedAt\":\"2026-05-04T09:00:00Z\"}";

    private final String user = "user-" + UUID.randomUUID();
    private final String handle = "joiner-" + UUID.randomUUID();
    private final String work = "/api/v1/catalog/content/stool-" + UUID.randomUUID();
    private final Calls creator = Node.creator(user, handle);

    private static String creatorOf(Answer shown) {
        return shown.json().path("creator").asText();
    }

    @Test
    void what_they_publish_names_the_handle_and_never_the_user_id() {
        long published = creator.put(work, WORK.formatted(handle)).position();
        Answer shown = Node.person("anna").get(work + "?asOf=" + published);
        assertThat(creatorOf(shown)).isEqualTo(handle);
        assertThat(shown.json().toString()).doesNotContain(user);
        assertThat(creator.put(work, WORK.formatted(user)).problem()).isEqualTo("forbidden");
    }

    @Test
    void what_is_theirs_is_theirs_by_the_handle() {
        creator.put(work, WORK.formatted(handle));
        Calls sameUser = Node.creator(user, "other-" + handle);
        assertThat(sameUser.post(work + "/retire", "").problem()).isEqualTo("forbidden");
        Calls sameHandle = Node.creator("another-" + user, handle);
        assertThat(sameHandle.post(work + "/retire", "").status()).isEqualTo(200);
    }

    @Test
    void who_publishes_nothing_needs_no_handle() {
        CraftCatalogue.publish();
        assertThat(BadCallers.named("eve-unnamed")
                        .get("/api/v1/catalog/content/joint-1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void of_who_left_staff_rename_what_is_shown_and_the_past_stays() {
        long published = creator.put(work, WORK.formatted(handle)).position();
        Calls editor = Node.editor();
        editor.post(work + "/retire", "");
        long renamed = editor.put(work, WORK.formatted("formerly")).position();

        Answer now = editor.get(work + "?asOf=" + renamed);
        assertThat(creatorOf(now)).isEqualTo("formerly");
        assertThat(now.json().path("retired").asBoolean())
                .as("as long as nobody restores it")
                .isTrue();
        assertThat(creatorOf(editor.get(work + "?asOf=" + published))).isEqualTo(handle);
        assertThat(creator.put(work, WORK.formatted(handle)).problem()).isEqualTo("forbidden");
    }
}
