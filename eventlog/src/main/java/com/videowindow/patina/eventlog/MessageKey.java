package com.videowindow.patina.eventlog;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The secret that names facts: given by configuration when several nodes share the log, else kept in the data folder. */
public final class MessageKey {
    private static final int BYTES = 32;

    private MessageKey() {}

    public static byte[] of(@Nullable String configured, Path home) {
        return decoded(
                configured == null || configured.isBlank()
                        ? KeptSecret.in(home.resolve("keys").resolve("message.key"), MessageKey::made)
                        : configured);
    }

    private static byte[] decoded(String base64) {
        byte[] secret = Base64.getDecoder().decode(base64.strip());
        if (secret.length < BYTES) {
            throw new IllegalArgumentException("patina.log.message-key must have at least " + BYTES + " bytes");
        }
        return secret;
    }

    private static String made() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }
}
