package com.videowindow.patina.api.security;

import com.videowindow.patina.api.problem.Unacceptable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Gives those who are not signed in a token of their own; consent and everything after it work the same for them. */
@RestController
final class VisitorController {

    /** Whoever repeats a key becomes the same visitor, so it must not be guessable. */
    private static final int SHORTEST_KEY = 16;

    private final LocalTokens tokens;
    private final KeyedNames names;
    private final Duration lasting;

    VisitorController(LocalTokens tokens, KeyedNames names, SecuritySettings settings) {
        this.tokens = tokens;
        this.names = names;
        this.lasting = settings.deviceTokenFor();
    }

    @Operation(
            operationId = "welcomeVisitor",
            summary = "A token for a device whose person is not signed in; asks for none.")
    @SecurityRequirements
    @PostMapping("/api/v1/visitors")
    @ResponseStatus(HttpStatus.CREATED)
    DeviceToken welcome(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        if (key != null && (key.length() < SHORTEST_KEY || key.length() > 200)) {
            throw Unacceptable.field("Idempotency-Key", "must be 16 to 200 characters that nobody can guess");
        }
        UUID device = key == null ? UUID.randomUUID() : names.uuid("visitor", key);
        Instant end = Instant.now().plus(lasting);
        return new DeviceToken(tokens.issueAnonymous("device:" + device, lasting), end);
    }

    /** What a device keeps. */
    record DeviceToken(String token, Instant expiresAt) {}
}
