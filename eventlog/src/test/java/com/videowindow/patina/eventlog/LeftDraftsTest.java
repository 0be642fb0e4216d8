package com.videowindow.patina.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What processes that were killed left of secrets is overwritten, and never what is in use. */
class LeftDraftsTest {
    private static final String FORMER = "a former secret";

    private Path folder;
    private Path secret;

    @BeforeEach
    void a_secret_is_kept(@TempDir Path home) {
        folder = home.resolve("keys");
        secret = folder.resolve("master.key");
        KeptSecret.in(secret, () -> "now");
    }

    /** As a process leaves it that is killed before the draft takes its place; the second name shows what becomes of the bytes. */
    private Path left(String name, Path outside) throws IOException {
        Path draft = Files.writeString(folder.resolve(name), FORMER);
        Files.createLink(outside, draft);
        return draft;
    }

    @Test
    void they_are_gone_after_a_look_and_after_a_renewal_and_their_bytes_say_nothing(@TempDir Path elsewhere)
            throws IOException {
        for (String name : List.of("master.key17.part", "checkpoint.key18.part", "message.key19.part")) {
            for (Runnable mending : List.<Runnable>of(this::clear, () -> KeptSecret.replace(secret, "next"))) {
                Path bytes = elsewhere.resolve("bytes");
                Path draft = left(name, bytes);
                mending.run();
                assertThat(draft).doesNotExist();
                assertThat(bytes).hasBinaryContent(new byte[FORMER.length()]);
                Files.delete(bytes);
            }
        }
        assertThat(secret).hasContent("next");
    }

    private void clear() {
        try {
            KeyFolder.clear(folder);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void what_a_killed_process_had_just_given_its_name_stays(@TempDir Path elsewhere) throws IOException {
        Path second = Files.createLink(folder.resolve("master.key17.part"), secret);
        clear();
        assertThat(second).doesNotExist();
        assertThat(secret).hasContent("now");
    }

    @Test
    void what_a_renewal_replaces_is_overwritten_and_has_no_name_left(@TempDir Path elsewhere) throws IOException {
        Path former = Files.createLink(elsewhere.resolve("former"), secret);
        KeptSecret.replace(secret, "next");
        assertThat(former).hasBinaryContent(new byte["now".length()]);
        assertThat(secret).hasContent("next");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("master.key", "master.lock");
        }
    }

    @Test
    void drafts_of_copies_and_a_folder_that_is_not_there_are_left_alone(@TempDir Path elsewhere) throws IOException {
        Path copy = Files.writeString(folder.resolve("monday17.part"), "half");
        clear();
        assertThat(copy).hasContent("half");
        KeyFolder.clear(elsewhere.resolve("keys"));
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    @Timeout(60)
    void whoever_reads_while_it_is_replaced_reads_the_one_or_the_other() throws IOException {
        CompletableFuture<Void> replacing = CompletableFuture.runAsync(
                () -> IntStream.range(0, 300).forEach(time -> KeptSecret.replace(secret, "secret " + time)));
        while (!replacing.isDone()) {
            assertThat(KeptSecret.text(secret)).matches("now|secret [0-9]+");
        }
        replacing.join();
    }
}
