package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.videowindow.patina.domain.audit.LogKeys;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The data folder of one installation; a server that runs on it leaves its address there. */
record Home(Path folder) {
    /** Seconds by which the system may tell the start of one process otherwise after its clock was set. */
    private static final long CLOCK_MAY_SHIFT = 5;

    static Home ofEnvironment() {
        return new Home(Path.of(System.getenv().getOrDefault("PATINA_HOME", "data")));
    }

    /** Whether there is a log: here, behind a server that runs here, or in a MongoDB that was named. */
    boolean hasLog() throws IOException {
        boolean elsewhere =
                !System.getenv().getOrDefault("PATINA_MONGODB_URI", "").isBlank();
        return elsewhere || server().isPresent() || Files.isDirectory(folder.resolve("mongo"));
    }

    /** Where the server of this home answers; empty when none runs, even if a killed one left its address behind. */
    Optional<URI> server() throws IOException {
        return note().map(server -> URI.create(server.path("address").asText()));
    }

    /** The MongoDB of the server that runs here; blank when it uses another one. */
    Optional<String> mongodb() throws IOException {
        return note().map(server -> server.path("mongodb").asText(""));
    }

    /**
     * The public keys of this home's log, oldest first, a line each; empty when there are none. What is configured goes
     * before what a server, which may be configured otherwise than this shell, has left.
     */
    Optional<String> publicKeys() throws IOException {
        LogKeys.Place keys = keys();
        Path left = folder.resolve("keys").resolve("checkpoint.pub");
        if (keys.signer().isEmpty() && keys.former().isEmpty() && Files.exists(left)) {
            return Optional.of(Files.readString(left));
        }
        String known =
                ServiceLoader.load(LogKeys.class).findFirst().orElseThrow().known(keys);
        return known.isEmpty() ? Optional.empty() : Optional.of(known);
    }

    /** Where the keys of this home's log are. */
    LogKeys.Place keys() {
        Optional<String> signer =
                Optional.ofNullable(System.getenv("PATINA_LOG_CHECKPOINT_KEY")).filter(key -> !key.isBlank());
        String former = System.getenv().getOrDefault("PATINA_LOG_CHECKPOINT_FORMER", "");
        return new LogKeys.Place(folder, signer, former.isBlank() ? List.of() : List.of(former.split(",")));
    }

    private Optional<JsonNode> note() throws IOException {
        Path note = folder.resolve("server.json");
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        JsonNode server = new ObjectMapper().readTree(Files.readString(note));
        return ProcessHandle.of(server.path("pid").asLong())
                .filter(process -> hasWritten(process, server))
                .map(process -> server);
    }

    /** Numbers of processes come again, in containers at once: another process, or this one, is not that server. */
    private static boolean hasWritten(ProcessHandle process, JsonNode server) {
        boolean sameStart = process.info()
                .startInstant()
                .map(start ->
                        Math.abs(start.getEpochSecond() - server.path("started").asLong()) <= CLOCK_MAY_SHIFT)
                .orElse(true);
        return process.isAlive() && sameStart && !process.equals(ProcessHandle.current());
    }
}
