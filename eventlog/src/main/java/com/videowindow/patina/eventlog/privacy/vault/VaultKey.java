package com.videowindow.patina.eventlog.privacy.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.crypto.tink.Aead;
import com.videowindow.patina.domain.audit.KeysUnavailable;
import com.videowindow.patina.eventlog.privacy.RenewableKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One key of the transit engine. Vault numbers its versions and writes the number before what it encrypted, so that nodes
 * which renew it at once lose nothing; those before a number can first be refused and then be deleted for good.
 */
public final class VaultKey implements Aead, RenewableKey {
    private static final int TRIES = 5;
    private static final Pattern VERSION = Pattern.compile("vault:v(\\d{1,9}):");

    private final Vault vault;
    private final String engine;
    private final String name;
    private final boolean renewable;

    VaultKey(Vault vault, VaultSettings settings) {
        this.vault = vault;
        this.engine = settings.mount() + '/';
        this.name = '/' + settings.key();
        this.renewable = settings.renew();
    }

    @Override
    public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
        return vault.write(
                        engine + "encrypt" + name,
                        Map.of("plaintext", base64(plaintext), "associated_data", base64(associatedData)))
                .path("ciphertext")
                .asText()
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
        JsonNode found = vault.write(
                engine + "decrypt" + name,
                Map.of(
                        "ciphertext",
                        new String(ciphertext, StandardCharsets.US_ASCII),
                        "associated_data",
                        base64(associatedData)));
        return Base64.getDecoder().decode(found.path("plaintext").asText());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private String key() {
        return engine + "keys" + name;
    }

    @Override
    public boolean isRenewable() {
        return renewable;
    }

    /** Whatever is encrypted after this is under the answered version or a later one. */
    @Override
    public int renew() throws GeneralSecurityException {
        vault.write(key() + "/rotate", Map.of());
        return vault.read(key()).path("latest_version").asInt();
    }

    /** Others may do the same for another version just now: Vault drops nothing that is not refused at that moment. */
    @Override
    public void dropBefore(int version) throws GeneralSecurityException {
        for (int tried = 1; vault.read(key()).path("min_available_version").asInt() < version; tried++) {
            try {
                vault.write(
                        key() + "/config",
                        Map.of("min_decryption_version", version, "min_encryption_version", version));
                vault.write(key() + "/trim", Map.of("min_available_version", version));
            } catch (GeneralSecurityException overtaken) {
                if (tried == TRIES) {
                    throw overtaken;
                }
            }
        }
    }

    @Override
    public int version(byte[] wrapped) {
        Matcher form = VERSION.matcher(new String(wrapped, StandardCharsets.US_ASCII));
        if (!form.lookingAt()) {
            throw new IllegalStateException("this was not wrapped by Vault");
        }
        return Integer.parseInt(form.group(1));
    }

    @Override
    public boolean answers() {
        try {
            return vault.read(key()).has("latest_version");
        } catch (KeysUnavailable | GeneralSecurityException away) {
            return false;
        }
    }
}
