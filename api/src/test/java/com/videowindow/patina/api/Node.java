package com.videowindow.patina.api;

import com.videowindow.patina.api.security.LocalTokens;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.embedded.SharedElasticsearch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** One node on real stores for all tests of this Java process. */
final class Node {

    private static final ConfigurableApplicationContext CONTEXT = start();

    private Node() {}

    private static ConfigurableApplicationContext start() {
        try {
            Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "home");
            // It has no place for an address from the command line or the environment of a developer.
            return Patina.serve(
                    "--server.port=0",
                    "--patina.home=" + home.toAbsolutePath(),
                    "--patina.elasticsearch.uri=" + SharedElasticsearch.uri(),
                    "--patina.erasure.parties.mailer.url=" + Outbox.address(),
                    "--patina.erasure.parties.mailer.secret=" + Outbox.SECRET,
                    "--patina.opendsr.callbacks=" + Outbox.told() + "," + Outbox.told() + "/too",
                    "--patina.opendsr.address=https://patina.example",
                    "--patina.fidelity.one-in=1", // so every test asks for it
                    "--patina.consent-expiry.look=1s", // nobody waits for a minute
                    "--patina.limits.per-second=100000",
                    "--patina.limits.burst=100000",
                    "--patina.http.cors-origins=https://videowindow.example");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ConfigurableApplicationContext context() {
        return CONTEXT;
    }

    static Path home() {
        return Path.of(CONTEXT.getEnvironment().getRequiredProperty("patina.home"));
    }

    static int port() {
        return ((WebServerApplicationContext) CONTEXT).getWebServer().getPort();
    }

    static URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    static String token(Role role, String subject) {
        return role == Role.CREATOR
                ? creatorToken(subject, "by-" + subject)
                : LocalTokens.of(home()).issue(role, subject, Duration.ofHours(1));
    }

    static String creatorToken(String subject, String handle) {
        return LocalTokens.of(home()).issueCreator(subject, handle, Duration.ofHours(1));
    }

    /** Somebody whom the platform knows as one, and everybody as another. */
    static Calls creator(String subject, String handle) {
        return new Calls(address(), creatorToken(subject, handle));
    }

    static Calls as(Role role, String subject) {
        return new Calls(address(), token(role, subject));
    }

    /** Somebody who is signed in. */
    static Calls person(String name) {
        return as(Role.SUBJECT, name);
    }

    static Calls engineer() {
        return as(Role.ENGINEER, "engineer");
    }

    static Calls officer() {
        return as(Role.COMPLIANCE, "officer");
    }

    static Calls editor() {
        return as(Role.PRODUCT, "editor");
    }
}
