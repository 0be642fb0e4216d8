package com.videowindow.patina.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingTheServerTest {
    private static final String ADDRESS = "http://127.0.0.1:8080";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    private Path folder;

    private final ProcessHandle other = ProcessHandle.current().parent().orElseThrow();

    @Test
    void a_server_that_runs_is_found_by_what_it_left() throws IOException {
        left(other, other.info().startInstant().orElseThrow());
        assertThat(new Home(folder).server()).contains(URI.create(ADDRESS));
    }

    @Test
    void a_process_that_only_has_the_number_of_a_killed_server_is_none() throws IOException {
        left(other, other.info().startInstant().orElseThrow().minusSeconds(3_600));
        assertThat(new Home(folder).server()).isEmpty();
    }

    @Test
    void a_command_is_not_the_server_whose_number_it_got() throws IOException {
        ProcessHandle self = ProcessHandle.current();
        left(self, self.info().startInstant().orElseThrow());
        assertThat(new Home(folder).server()).isEmpty();
    }

    private void left(ProcessHandle process, Instant started) throws IOException {
        Files.writeString(
                folder.resolve("server.json"),
                "{\"address\":\"%s\",\"pid\":%d,\"started\":%d}"
                        .formatted(ADDRESS, process.pid(), started.getEpochSecond()));
    }
}
