package com.videowindow.patina.api;

import com.videowindow.patina.api.security.LocalTokens;
import com.videowindow.patina.api.security.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;

/** Those who send bad requests, some by the token they send. */
final class BadCallers {

    private BadCallers() {}

    static Calls named(String who) {
        return switch (who) {
            case "anna" -> Node.person(BadRequest.ANNA);
            case "engineer" -> Node.engineer();
            case "officer" -> Node.officer();
            case "editor" -> Node.editor();
            case "eve" -> Node.creator("user-7", "eve");
            case "eve-unnamed" -> with(LocalTokens.of(Node.home()).issue(Role.CREATOR, "user-7", Duration.ofHours(1)));
            case "eve-herself" -> Node.creator("Eve", "eve");
            case "eve-in-words" -> Node.creator("user-7", "eve of the woods");
            case "service" -> Node.as(Role.SERVICE, "importer");
            case "nobody" -> new Calls(Node.address(), null);
            case "nonsense" -> with("hello");
            case "expired" ->
                with(LocalTokens.of(Node.home()).issue(Role.SUBJECT, BadRequest.ANNA, Duration.ofHours(-1)));
            case "unsigned" -> with(base64("{\"alg\":\"none\"}") + "." + good()[1] + ".");
            case "promoted" -> {
                String claims = "{\"iss\":\"patina\",\"sub\":\"x\",\"roles\":[\"engineer\"],\"exp\":4102444800}";
                yield with(good()[0] + "." + base64(claims) + "." + good()[2]);
            }
            case "forged" -> with(ofAnotherHouse());
            default -> throw new IllegalArgumentException(who);
        };
    }

    private static Calls with(String token) {
        return new Calls(Node.address(), token);
    }

    private static String[] good() {
        return Node.token(Role.SUBJECT, BadRequest.ANNA).split("\\.", -1);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String ofAnotherHouse() {
        try {
            Path elsewhere = Files.createTempDirectory(Path.of("target"), "elsewhere");
            return LocalTokens.of(elsewhere).issue(Role.SUBJECT, BadRequest.ANNA, Duration.ofHours(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
