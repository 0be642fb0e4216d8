package com.videowindow.patina.eventlog;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.videowindow.patina.eventlog.privacy.vault.VaultSettings;
import com.videowindow.patina.json.PatinaJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Vault's transit engine as its public API documentation has it, for keys of type aes256-gcm96: there is no Vault where this is
 * built. What is not asked for here is not there.
 */
final class TransitServer implements AutoCloseable {
    static final String TOKEN = "hvs.first";

    private static final Pattern PATH =
            Pattern.compile("/v1/transit/(?:(encrypt|decrypt)/([\\w-]+)|keys/([\\w-]+)(?:/(rotate|config|trim))?)");

    static {
        // Otherwise head and body of an answer are sent apart, and the second waits 40 ms for the first.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, TransitKey> keys = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile String token = TOKEN;
    private volatile boolean sealed;

    private record Answer(int status, Object body) {}

    TransitServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(workers);
        server.start();
        keys.put("patina", new TransitKey());
    }

    static VaultSettings settings(URI address, @Nullable String token, @Nullable Path tokenFile) {
        return settings(address, token, tokenFile, true);
    }

    static VaultSettings settings(URI address, @Nullable String token, @Nullable Path tokenFile, boolean renew) {
        return new VaultSettings(
                address, "transit", "patina", null, token, tokenFile, null, Duration.ofSeconds(5), renew);
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    TransitKey key() {
        return Objects.requireNonNull(keys.get("patina"));
    }

    /** How many requests there were. */
    int asked() {
        return asked.get();
    }

    void seal(boolean now) {
        sealed = now;
    }

    void nowKnows(String other) {
        token = other;
    }

    private void handle(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        Answer answer;
        try {
            answer = answer(exchange);
        } catch (TransitKey.Refused e) {
            answer = new Answer(400, Map.of("errors", List.of(e.getMessage())));
        }
        byte[] body = PatinaJson.mapper().writeValueAsBytes(answer.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        JsonNode body = PatinaJson.mapper().readTree(exchange.getRequestBody());
        if (sealed) {
            return new Answer(503, Map.of("errors", List.of("Vault is sealed")));
        }
        if (!token.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
            return new Answer(403, Map.of("errors", List.of("permission denied")));
        }
        Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
        if (!path.matches()) {
            return new Answer(404, Map.of("errors", List.of("no handler for route")));
        }
        boolean cipher = path.group(1) != null;
        TransitKey key = keys.get(cipher ? path.group(2) : path.group(3));
        if (key == null) {
            return exchange.getRequestMethod().equals("GET")
                    ? new Answer(404, Map.of("errors", List.of()))
                    : new Answer(400, Map.of("errors", List.of("encryption key not found")));
        }
        return new Answer(
                200, Map.of("data", cipher ? key.cipher(path.group(1), body) : key.changed(path.group(4), body)));
    }

    @Override
    public void close() {
        server.stop(0);
        workers.close();
    }
}
