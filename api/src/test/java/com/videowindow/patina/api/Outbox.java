package com.videowindow.patina.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody else who is told who left; each time they do not listen at first. */
final class Outbox {
    static final String SECRET = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final HttpServer SERVER = start();
    private static final List<Message> MESSAGES = new CopyOnWriteArrayList<>();
    private static final Set<String> HEARD_OF = ConcurrentHashMap.newKeySet();

    /** What they took. */
    record Message(Map<String, String> headers, String body) {}

    private Outbox() {}

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", Outbox::take);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        boolean takes = !HEARD_OF.add(headers.getOrDefault("webhook-id", body));
        if (takes) {
            MESSAGES.add(new Message(headers, body));
        }
        exchange.sendResponseHeaders(takes ? 202 : 503, -1);
        exchange.close();
    }

    static String address() {
        return "http://127.0.0.1:" + SERVER.getAddress().getPort() + "/opendsr";
    }

    /** Where senders of requests are told how these stand. */
    static String told() {
        return "http://127.0.0.1:" + SERVER.getAddress().getPort() + "/told";
    }

    static List<Message> of(String request) {
        return MESSAGES.stream()
                .filter(message -> message.body().contains("request_status"))
                .filter(message -> message.body().contains(request))
                .toList();
    }

    static List<Message> about(String erasure) {
        return MESSAGES.stream()
                .filter(message -> erasure.equals(message.headers().get("webhook-id")))
                .toList();
    }
}
