package com.videowindow.patina.projections.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.Test;

class NoConnectionFreeTest {
    private static final int PATIENCE_MILLIS = 300;
    private static final byte[] OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-Elastic-Product: Elasticsearch\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    @Test
    void whoever_finds_no_connection_free_is_told_so_and_it_is_not_called_away() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                RestClientTransport transport = ofOneConnection(server.getLocalPort())) {
            ElasticsearchClient client = new ElasticsearchClient(transport);
            ReadSide readSide = new ReadSide(client, client, client, new ElasticsearchAsyncClient(transport));
            CompletableFuture<Boolean> first = asked(readSide);
            try (Socket slow = server.accept()) {
                CompletableFuture<Boolean> second = asked(readSide);
                Thread.sleep(2 * PATIENCE_MILLIS);
                slow.getOutputStream().write(OK);

                assertThat(first.get()).isTrue();
                assertThatThrownBy(second::get)
                        .hasCauseInstanceOf(ReadModelUnavailable.class)
                        .hasMessageContaining("free");
                assertThat(readSide.isUp()).isTrue();
            }
        }
    }

    private static CompletableFuture<Boolean> asked(ReadSide readSide) {
        return CompletableFuture.supplyAsync(
                () -> readSide.read(client -> client.ping().value()),
                run -> Thread.ofVirtual().start(run));
    }

    private static RestClientTransport ofOneConnection(int port) {
        RestClient client = RestClient.builder(new HttpHost("127.0.0.1", port))
                .setHttpClientConfigCallback(http -> http.setMaxConnTotal(1).setMaxConnPerRoute(1))
                .setRequestConfigCallback(config -> config.setConnectionRequestTimeout(PATIENCE_MILLIS))
                .build();
        return new RestClientTransport(client, new JacksonJsonpMapper());
    }
}
