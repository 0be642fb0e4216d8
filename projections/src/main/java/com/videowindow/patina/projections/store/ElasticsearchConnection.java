package com.videowindow.patina.projections.store;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientOptions;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import com.videowindow.patina.json.PatinaJson;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.RestClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One pool of connections, clients that differ in patience. Never connects by itself: being away is no error. */
@Configuration
@EnableConfigurationProperties(ElasticsearchSettings.class)
class ElasticsearchConnection {
    private static final int CONNECT_MILLIS = 250;

    @Bean(destroyMethod = "close")
    RestClientTransport elasticsearchTransport(ElasticsearchSettings settings) {
        URI uri = settings.uri();
        int port = uri.getPort() < 0 ? 9200 : uri.getPort();
        RestClient client = RestClient.builder(new HttpHost(uri.getHost(), port, uri.getScheme()))
                .setDefaultHeaders(credentials(uri))
                .setHttpClientConfigCallback(http -> http.setMaxConnTotal(64).setMaxConnPerRoute(64))
                .setRequestConfigCallback(config -> patient(config, settings.writeTimeout()))
                .build();
        return new RestClientTransport(client, new JacksonJsonpMapper(PatinaJson.mapper()));
    }

    @Bean
    ReadSide readSide(RestClientTransport transport, ElasticsearchSettings settings) {
        return new ReadSide(
                client(transport, settings.readTimeout()),
                client(transport, settings.searchTimeout()),
                client(transport, settings.writeTimeout()),
                new ElasticsearchAsyncClient(transport, options(settings.readTimeout())));
    }

    @Bean
    Indices indices(ReadSide readSide, ElasticsearchSettings settings) {
        return new Indices(readSide, settings.replicas());
    }

    @Bean
    Weeding weeding(ReadSide readSide) {
        return new Weeding(readSide);
    }

    private static ElasticsearchClient client(RestClientTransport transport, Duration patience) {
        return new ElasticsearchClient(transport, options(patience));
    }

    private static RestClientOptions options(Duration patience) {
        RequestOptions.Builder options = RequestOptions.DEFAULT.toBuilder();
        options.setRequestConfig(patient(RequestConfig.custom(), patience).build());
        return new RestClientOptions(options.build(), false);
    }

    private static RequestConfig.Builder patient(RequestConfig.Builder config, Duration patience) {
        int millis = Math.toIntExact(patience.toMillis());
        return config.setConnectTimeout(Math.min(millis, CONNECT_MILLIS))
                .setConnectionRequestTimeout(millis)
                .setSocketTimeout(millis);
    }

    private static Header[] credentials(URI uri) {
        if (uri.getUserInfo() == null) {
            return new Header[0];
        }
        String basic = Base64.getEncoder().encodeToString(uri.getUserInfo().getBytes(StandardCharsets.UTF_8));
        return new Header[] {new BasicHeader("Authorization", "Basic " + basic)};
    }
}
