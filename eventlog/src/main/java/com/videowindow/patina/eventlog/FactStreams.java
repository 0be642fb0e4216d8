package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.Fact;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names the stream of a fact: {@code <day of the client's time>/<keyed hash of family, subject and message>}. The same
 * message always has the same name, so the log's unique key is the deduplication, for ever and without memory. The day in
 * front keeps keys nearly ordered by time, which an index likes; the hash is keyed so that a name gives away neither the
 * person nor the message.
 */
final class FactStreams {
    private static final String HMAC = "HmacSHA256";
    private static final int NAME_BYTES = 16;

    private final SecretKeySpec secret;

    FactStreams(byte[] secret) {
        this.secret = new SecretKeySpec(secret, HMAC);
    }

    List<String> of(List<Fact> facts) {
        Mac mac = mac();
        return facts.stream().map(fact -> name(fact, mac)).toList();
    }

    /** Whether a stream of this name holds the fact of this family and message about this person. */
    boolean isOf(String stream, String family, SubjectId subject, String message) {
        return stream.endsWith("/" + hash(family, subject, message, mac()));
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(secret);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    private static String name(Fact fact, Mac mac) {
        return LocalDate.ofInstant(fact.clientTime(), ZoneOffset.UTC) + "/"
                + hash(fact.family(), fact.subject(), fact.message(), mac);
    }

    private static String hash(String family, SubjectId subject, String message, Mac mac) {
        String said = family + '|' + subject + '|' + message;
        byte[] name = Arrays.copyOf(mac.doFinal(said.getBytes(StandardCharsets.UTF_8)), NAME_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(name);
    }
}
