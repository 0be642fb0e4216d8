package com.videowindow.patina.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {
    private static final String OF_KILLED = "{\"d\":\"of a process that was killed\"}";

    @Test
    void who_starts_at_once_has_the_same_and_leaves_nothing_beside_it(@TempDir Path home) throws Exception {
        Path folder = home.resolve("keys");
        Path file = folder.resolve("token-signing.jwk");
        try (ExecutorService nodes = Executors.newFixedThreadPool(8)) {
            var keys = IntStream.range(0, 8)
                    .mapToObj(node -> CompletableFuture.supplyAsync(() -> SigningKey.in(file), nodes))
                    .toList();
            assertThat(keys.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        }
        assertThat(modeOf(file)).isEqualTo("rw-------");
        assertThat(modeOf(folder)).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(one -> one.getFileName().toString()))
                    .containsExactlyInAnyOrder("token-signing.jwk", "master.lock");
        }
    }

    @Test
    void the_draft_of_a_process_that_was_killed_is_overwritten(@TempDir Path home, @TempDir Path elsewhere)
            throws IOException {
        Path draft = Files.writeString(home.resolve("token-signing.jwk17.part"), OF_KILLED);
        Path bytes = Files.createLink(elsewhere.resolve("bytes"), draft);

        SigningKey.in(home.resolve("token-signing.jwk"));

        assertThat(draft).doesNotExist();
        assertThat(bytes).hasBinaryContent(new byte[OF_KILLED.length()]);
    }

    @Test
    void a_folder_that_is_there_stays_as_its_owner_wants_it(@TempDir Path home) throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-x---"));
        SigningKey.in(home.resolve("mine.jwk"));
        assertThat(modeOf(home)).isEqualTo("rwxr-x---");
    }

    private static String modeOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
