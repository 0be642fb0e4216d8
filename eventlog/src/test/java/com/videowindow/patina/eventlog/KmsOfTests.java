package com.videowindow.patina.eventlog;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;

/** A service with one key, found as Tink's clients are: by being named among the libraries' services. */
public final class KmsOfTests implements KmsClient {
    static final String URI = "test-kms://key";

    @Override
    public boolean doesSupport(String keyUri) {
        return URI.equals(keyUri);
    }

    @Override
    public KmsClient withCredentials(String path) {
        return this;
    }

    @Override
    public KmsClient withDefaultCredentials() {
        return this;
    }

    @Override
    public Aead getAead(String keyUri) throws GeneralSecurityException {
        return new AesGcmJce(new byte[32]);
    }
}
