package com.videowindow.patina.sagas.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.videowindow.patina.domain.erasure.ErasureProgress;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.json.PatinaJson;
import com.videowindow.patina.sagas.Posting;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Tells others by a request of OpenDSR 3.0, signed as Standard Webhooks 1.0 has it. The id of the message is that of the
 * erasure, so that who gets it twice can tell.
 */
@Component
class Messenger {

    private final Posting posting;

    Messenger(Posting posting) {
        this.posting = posting;
    }

    /** Whether they took it. */
    boolean tell(Party party, ErasureProgress erasure, PlatformUserId user, Instant now) throws InterruptedException {
        String id = erasure.erasure().toString();
        String time = Long.toString(now.getEpochSecond());
        String body = body(erasure, user);
        Map<String, String> headers = Map.of(
                "webhook-id", id,
                "webhook-timestamp", time,
                "webhook-signature", "v1," + signature(party, id + '.' + time + '.' + body));
        return posting.tell(party.url(), headers, body);
    }

    private static String body(ErasureProgress erasure, PlatformUserId user) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("api_version", "3.0");
        body.put("regulation", erasure.regulation().name().toLowerCase(Locale.ROOT));
        body.put("subject_request_id", erasure.erasure());
        body.put("subject_request_type", "erasure");
        body.put("submitted_time", erasure.requested());
        body.put(
                "subject_identities",
                List.of(Map.of(
                        "identity_type", "controller_customer_id",
                        "identity_value", user.value(),
                        "identity_format", "raw")));
        body.put("extensions", Map.of());
        try {
            return PatinaJson.mapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signature(Party party, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(party.key(), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
