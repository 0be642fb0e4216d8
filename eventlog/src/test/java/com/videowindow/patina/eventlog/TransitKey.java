package com.videowindow.patina.eventlog;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A key of transit: versions, what may still be decrypted, what is there at all. Encrypts with AES-256-GCM under its newest. */
final class TransitKey {
    private static final Pattern CIPHERTEXT = Pattern.compile("vault:v(\\d+):(.+)");

    private final SortedMap<Integer, AesGcmJce> versions = new TreeMap<>();
    private int minDecryption = 1;
    private int minEncryption;
    private int minAvailable;

    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    TransitKey() {
        rotate();
    }

    private void rotate() {
        try {
            versions.put(versions.isEmpty() ? 1 : versions.lastKey() + 1, new AesGcmJce(Random.randBytes(32)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    synchronized int minAvailable() {
        return minAvailable;
    }

    synchronized int latest() {
        return versions.lastKey();
    }

    /** As its owner does. */
    synchronized void rotated() {
        rotate();
    }

    /** As its owner does, too: what is under an earlier version is gone for good. */
    synchronized void trimmedTo(int version) {
        minDecryption = version;
        minEncryption = version;
        trim(version);
    }

    synchronized Map<String, ?> cipher(String operation, JsonNode asked) {
        return operation.equals("encrypt") ? encrypted(asked) : decrypted(asked);
    }

    private Map<String, ?> encrypted(JsonNode asked) {
        if (!asked.has("plaintext")) {
            throw new Refused("missing plaintext to encrypt");
        }
        try {
            byte[] bytes =
                    version(versions.lastKey()).encrypt(bytes(asked, "plaintext"), bytes(asked, "associated_data"));
            return Map.of(
                    "ciphertext",
                    "vault:v" + versions.lastKey() + ':' + Base64.getEncoder().encodeToString(bytes),
                    "key_version",
                    versions.lastKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, ?> decrypted(JsonNode asked) {
        Matcher form = CIPHERTEXT.matcher(asked.path("ciphertext").asText());
        check(form.matches(), "invalid ciphertext: no prefix");
        int version = Integer.parseInt(form.group(1));
        check(version <= versions.lastKey(), "invalid ciphertext: version is too new");
        check(version >= minDecryption, "ciphertext or signature version is disallowed by policy (too old)");
        try {
            byte[] plain = version(version)
                    .decrypt(Base64.getDecoder().decode(form.group(2)), bytes(asked, "associated_data"));
            return Map.of("plaintext", Base64.getEncoder().encodeToString(plain));
        } catch (GeneralSecurityException e) {
            throw new Refused("cipher: message authentication failed");
        }
    }

    private AesGcmJce version(int number) {
        return Objects.requireNonNull(versions.get(number));
    }

    private static byte[] bytes(JsonNode asked, String field) {
        return Base64.getDecoder().decode(asked.path(field).asText(""));
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new Refused(otherwise);
        }
    }

    synchronized Map<String, ?> changed(@Nullable String operation, JsonNode asked) {
        switch (operation == null ? "read" : operation) {
            case "rotate" -> rotate();
            case "config" -> configure(asked);
            case "trim" -> trim(asked.path("min_available_version").asInt());
            default -> {}
        }
        return Map.of(
                "type", "aes256-gcm96",
                "latest_version", versions.lastKey(),
                "min_decryption_version", minDecryption,
                "min_encryption_version", minEncryption,
                "min_available_version", minAvailable);
    }

    private void configure(JsonNode asked) {
        int decryption = Math.max(1, asked.path("min_decryption_version").asInt(minDecryption));
        int encryption = asked.path("min_encryption_version").asInt(minEncryption);
        check(decryption <= versions.lastKey() && encryption <= versions.lastKey(), "latest key version is lower");
        check(
                encryption == 0 || encryption >= decryption,
                "min encryption version must not be below min decryption version");
        check(decryption >= minAvailable, "min decryption version should not be less than min available version");
        minDecryption = decryption;
        minEncryption = encryption;
    }

    private void trim(int version) {
        check(version > 0, "minimum available version should be positive");
        check(version >= minAvailable, "minimum available version cannot be decremented");
        check(minEncryption > 0, "minimum available version cannot be set when minimum encryption version is not set");
        check(version <= minEncryption, "minimum available version cannot be greater than minimum encryption version");
        check(version <= minDecryption, "minimum available version cannot be greater than minimum decryption version");
        minAvailable = version;
        versions.headMap(version).clear();
    }
}
