package com.videowindow.patina.erasure;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody else who holds something about people, and is told who left. */
final class Lab implements AutoCloseable {
    static final String SECRET = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final int ACCEPTED = 202;

    private final HttpServer server;
    private final Set<String> erasures = ConcurrentHashMap.newKeySet();

    private Lab(HttpServer server) {
        this.server = server;
    }

    static Lab opens() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Lab lab = new Lab(server);
            server.createContext("/", lab::take);
            server.start();
            return lab;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            erasures.add(exchange.getRequestHeaders().getFirst("webhook-id"));
            exchange.sendResponseHeaders(ACCEPTED, -1);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/opendsr";
    }

    /** Of which erasures. */
    Set<String> heardOf() {
        return Set.copyOf(erasures);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
