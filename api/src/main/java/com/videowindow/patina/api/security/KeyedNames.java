package com.videowindow.patina.api.security;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Names things after what a caller calls them ({@code Idempotency-Key}): the same again, and nothing to be guessed. */
public final class KeyedNames {

    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec secret;

    KeyedNames(ECKey key) {
        this.secret = new SecretKeySpec(key.getD().decode(), HMAC);
    }

    /** 32 hexadecimal digits. */
    public String name(String scope, String key) {
        return HexFormat.of().formatHex(digest(scope, key));
    }

    public UUID uuid(String scope, String key) {
        return UUID.nameUUIDFromBytes(digest(scope, key));
    }

    private byte[] digest(String scope, String key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(secret);
            byte[] all = mac.doFinal((scope + '\n' + key).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(all, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks " + HMAC, e);
        }
    }
}
