package com.videowindow.patina.api;

import com.videowindow.patina.api.Calls.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks what was handed out as somebody would who has the public key, python and openssl, and nothing of ours. */
final class Offline {

    private Offline() {}

    static String text(Answer answer) {
        return new String(answer.response().body(), StandardCharsets.UTF_8);
    }

    /** What a script of {@code ops} says about a note. */
    static String check(String script, String note) throws IOException {
        Path keys = Files.writeString(
                Files.createTempFile("patina", "keys"), text(Node.officer().get("/api/v1/audit/key")));
        Path file = Files.writeString(Files.createTempFile("patina", "note"), note);
        try {
            Process python = new ProcessBuilder(
                            "python3", Path.of("..", "ops", script).toString(), keys.toString(), file.toString())
                    .redirectErrorStream(true)
                    .start();
            return new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(keys);
            Files.delete(file);
        }
    }
}
