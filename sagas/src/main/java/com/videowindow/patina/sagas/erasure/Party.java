package com.videowindow.patina.sagas.erasure;

import com.videowindow.patina.domain.Check;
import java.net.URI;
import java.util.Base64;

/**
 * Who is to be told, and where.
 *
 * @param url takes requests of OpenDSR
 * @param secret that both sides know, in base64, at least 24 bytes: requests are signed with it
 */
record Party(URI url, String secret) {
    private static final int FEWEST_BYTES = 24;

    Party {
        if (!Check.isSafe(url)) {
            throw new IllegalArgumentException("the url of a party must be https, and name a host");
        }
        if (Base64.getDecoder().decode(secret).length < FEWEST_BYTES) {
            throw new IllegalArgumentException("the secret of a party must be base64 of at least 24 bytes");
        }
    }

    byte[] key() {
        return Base64.getDecoder().decode(secret);
    }

    @Override
    public String toString() {
        return "Party[" + url.getHost() + "]";
    }
}
