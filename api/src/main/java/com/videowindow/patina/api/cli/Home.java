package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The data folder of one installation; a server that runs on it leaves its address there. */
record Home(Path folder) {

    static Home ofEnvironment() {
        return new Home(Path.of(System.getenv().getOrDefault("PATINA_HOME", "data")));
    }

    /** Where the server of this home answers; empty when none runs, even if a killed one left its address behind. */
    Optional<URI> server() throws IOException {
        return note().map(server -> URI.create(server.path("address").asText()));
    }

    /** The MongoDB of the server that runs here; blank when it uses another one. */
    Optional<String> mongodb() throws IOException {
        return note().map(server -> server.path("mongodb").asText(""));
    }

    /** The public key that a server on this home signs with; empty when it is configured elsewhere. */
    Optional<String> publicKey() throws IOException {
        Path file = folder.resolve("keys").resolve("checkpoint.pub");
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    private Optional<JsonNode> note() throws IOException {
        Path note = folder.resolve("server.json");
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        JsonNode server = new ObjectMapper().readTree(Files.readString(note));
        boolean alive = ProcessHandle.of(server.path("pid").asLong())
                .map(ProcessHandle::isAlive)
                .orElse(false);
        return alive ? Optional.of(server) : Optional.empty();
    }
}
