package com.videowindow.patina.eventlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The secret that names facts: given by configuration when several nodes share the log, else kept in the data folder. */
final class MessageKey {
    private static final int BYTES = 32;

    private MessageKey() {}

    static byte[] of(@Nullable String configured, Path home) {
        return configured == null || configured.isBlank() ? kept(home.resolve("keys")) : decoded(configured);
    }

    private static byte[] decoded(String base64) {
        byte[] secret = Base64.getDecoder().decode(base64.strip());
        if (secret.length < BYTES) {
            throw new IllegalArgumentException("patina.log.message-key must have at least " + BYTES + " bytes");
        }
        return secret;
    }

    private static byte[] kept(Path folder) {
        Path file = folder.resolve("message.key");
        try {
            if (!Files.exists(file)) {
                make(folder, file);
            }
            return decoded(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the message key cannot be kept in " + folder, e);
        }
    }

    private static void make(Path folder, Path file) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        Path draft = Files.createTempFile(
                folder,
                "message",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, Base64.getEncoder().encodeToString(secret));
        try {
            Files.createLink(file, draft); // fails when another process was first
        } catch (FileAlreadyExistsException e) {
            // then that one holds
        } catch (UnsupportedOperationException e) {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.deleteIfExists(draft);
    }
}
