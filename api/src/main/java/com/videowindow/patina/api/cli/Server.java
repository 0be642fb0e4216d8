package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Patina;
import com.videowindow.patina.api.security.LocalTokens;
import com.videowindow.patina.api.security.Role;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** The server a command speaks to: the one that runs on this home, or our own for as long as the command takes. */
record Server(URI address, Home home, @Nullable ConfigurableApplicationContext own) implements AutoCloseable {

    private static final int PATIENCE_TENTHS = 600;
    private static final long TENTH_NANOS = 100_000_000;
    private static final Duration COMMAND = Duration.ofHours(12);

    static Server of(Home home) throws IOException {
        Optional<URI> running = home.server();
        if (running.isPresent()) {
            return new Server(running.get(), home, null);
        }
        System.err.println("No server runs on " + home.folder() + "; starting one for this command …");
        return started(home, "--server.port=0", "--server.address=127.0.0.1", "--logging.level.root=warn");
    }

    static Server started(Home home, String... settings) {
        ConfigurableApplicationContext context = Patina.serve(settings);
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return new Server(URI.create("http://127.0.0.1:" + port), home, context);
    }

    Http as(Role role, String subject) {
        return new Http(address, LocalTokens.of(home.folder()).issue(role, subject, COMMAND));
    }

    /** Before it has read the log, it cannot say what is there. */
    void awaitMemory() {
        Http engineer = as(Role.ENGINEER, "cli");
        for (int i = 0; i < PATIENCE_TENTHS && !hasRead(engineer); i++) {
            LockSupport.parkNanos(TENTH_NANOS);
        }
    }

    private static boolean hasRead(Http engineer) {
        for (JsonNode each : engineer.get("/api/v1/operations/projections")) {
            if (each.path("name").asText().equals("memory")) {
                return each.path("running").asBoolean();
            }
        }
        return false;
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
