package com.videowindow.patina.eventlog.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.bson.types.Binary;

/** One generation of a shard's key. */
record Shard(int number, int generation, AesGcm key) {
    Binary wrap(byte[] secret, String name) {
        try {
            return new Binary(key.encrypt(secret, about(name)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    byte[] unwrap(Binary wrapped, String name) {
        try {
            return key.decrypt(wrapped.getData(), about(name));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a kept key was altered", e);
        }
    }

    private static byte[] about(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
