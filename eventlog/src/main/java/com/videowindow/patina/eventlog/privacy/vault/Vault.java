package com.videowindow.patina.eventlog.privacy.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.domain.audit.KeysUnavailable;
import com.videowindow.patina.json.PatinaJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Vault's HTTP API. What it refuses for what was said (400, 404) is a failure of the cipher; everything else may be over in a
 * moment and is told as such: no answer, sealed (503), a standby without a leader, too many requests, a token that ran out
 * (403). After no answer nobody asks again for a second, so that a Vault that hangs costs one request its timeout, not all.
 */
final class Vault {
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final VaultSettings settings;
    private final HttpClient client;
    private volatile @Nullable Away away;

    private record Away(long until, String why) {}

    Vault(VaultSettings settings) {
        this.settings = settings;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER);
        if (settings.certificates() != null) {
            builder.sslContext(trusting(settings.certificates()));
        }
        client = builder.build();
    }

    private static SSLContext trusting(Path certificates) {
        try (InputStream in = Files.newInputStream(certificates)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("vault-" + trusted.size(), one);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("patina.keys.vault.certificates cannot be read", e);
        }
    }

    JsonNode read(String path) throws GeneralSecurityException {
        return answered(request(path).GET().build());
    }

    JsonNode write(String path, Map<String, ?> body) throws GeneralSecurityException {
        String json = PatinaJson.mapper().valueToTree(body).toString();
        return answered(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + "/v1/" + path))
                .timeout(settings.timeout())
                .header("X-Vault-Request", "true")
                .header("X-Vault-Token", token());
        if (settings.namespace() != null) {
            request.header("X-Vault-Namespace", settings.namespace());
        }
        return request;
    }

    private String base() {
        return settings.address().getScheme() + "://" + settings.address().getAuthority();
    }

    private String token() {
        if (settings.tokenFile() == null) {
            return String.valueOf(settings.token());
        }
        try {
            return Files.readString(settings.tokenFile()).strip();
        } catch (IOException e) {
            throw new KeysUnavailable("the token for Vault cannot be read", e);
        }
    }

    private JsonNode answered(HttpRequest request) throws GeneralSecurityException {
        Away now = away;
        if (now != null && System.nanoTime() - now.until() < 0) {
            throw new KeysUnavailable(now.why(), null);
        }
        HttpResponse<String> answer = send(request);
        return switch (answer.statusCode()) {
            case OK, NO_CONTENT -> data(answer.body());
            case BAD_REQUEST, NOT_FOUND ->
                throw new GeneralSecurityException("Vault refused: status " + answer.statusCode());
            case FORBIDDEN -> throw new KeysUnavailable("Vault does not know the token, or allows it too little", null);
            default -> throw pausing("Vault cannot answer: status " + answer.statusCode(), null);
        };
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw pausing("Vault does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeysUnavailable("interrupted while waiting for Vault", e);
        }
    }

    private KeysUnavailable pausing(String why, @Nullable Throwable cause) {
        away = new Away(System.nanoTime() + PAUSE.toNanos(), why);
        return new KeysUnavailable(why, cause);
    }

    private static JsonNode data(String body) {
        try {
            return PatinaJson.mapper().readTree(body.isEmpty() ? "{}" : body).path("data");
        } catch (IOException e) {
            throw new KeysUnavailable("what answers at Vault's address is not Vault", e);
        }
    }
}
