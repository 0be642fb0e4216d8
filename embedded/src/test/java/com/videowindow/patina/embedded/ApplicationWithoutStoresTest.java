package com.videowindow.patina.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

class ApplicationWithoutStoresTest {
    private static final String ELSEWHERE = "--patina.elasticsearch.uri=http://elsewhere.example:9200";

    @TempDir
    Path home;

    @Test
    void finds_the_address_of_its_own_in_its_settings_and_writes_until_its_last_bean_is_gone() {
        try (ConfigurableApplicationContext application = start("--patina.embedded.enabled=true", ELSEWHERE)) {
            assertThat(application.getEnvironment().getProperty("patina.mongodb.uri"))
                    .startsWith("mongodb://127.0.0.1:");
            assertThat(application.getEnvironment().getProperty("patina.elasticsearch.uri"))
                    .isEqualTo("http://elsewhere.example:9200");
        }
        try (EmbeddedMongo mongo = EmbeddedMongo.start(home.resolve("mongo"));
                MongoClient client = Mongo.client(mongo)) {
            assertThat(client.getDatabase("patina").getCollection("last").countDocuments())
                    .isOne();
        }
    }

    @Test
    void a_second_one_on_the_same_home_does_not_start() {
        try (ConfigurableApplicationContext first = start("--patina.embedded.enabled=true", ELSEWHERE)) {
            assertThat(first.isRunning()).isTrue();
            assertThatExceptionOfType(FolderInUse.class)
                    .isThrownBy(() -> start("--patina.embedded.enabled=true", ELSEWHERE));
        }
    }

    @Test
    void with_both_addresses_given_nothing_of_ours_starts() {
        try (ConfigurableApplicationContext application = start(
                "--patina.embedded.enabled=true", ELSEWHERE, "--patina.mongodb.uri=mongodb://elsewhere.example")) {
            assertThat(application.getEnvironment().getProperty("patina.mongodb.uri"))
                    .isEqualTo("mongodb://elsewhere.example");
            assertThat(Files.exists(home.resolve("mongo"))).isFalse();
        }
    }

    @Test
    void one_that_serves_nothing_starts_nothing() {
        try (ConfigurableApplicationContext application = start()) {
            assertThat(application.getEnvironment().getProperty("patina.mongodb.uri"))
                    .isNull();
        }
    }

    private ConfigurableApplicationContext start(String... arguments) {
        String[] all = Stream.concat(Stream.of("--patina.home=" + home), Arrays.stream(arguments))
                .toArray(String[]::new);
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run(all);
    }

    @Configuration(proxyBeanMethods = false)
    static class Application {
        /** Writes as it goes: by then the store must still be there. */
        @Bean
        DisposableBean lastWrite(Environment environment) {
            return () -> {
                String uri = environment.getProperty("patina.mongodb.uri", "");
                if (!uri.startsWith("mongodb://127.0.0.1:")) return;
                try (MongoClient client = Mongo.client(uri)) {
                    client.getDatabase("patina").getCollection("last").insertOne(new Document());
                }
            };
        }
    }
}
