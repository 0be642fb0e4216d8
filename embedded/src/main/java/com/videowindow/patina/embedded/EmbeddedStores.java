package com.videowindow.patina.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.ConfigurableBootstrapContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts the stores that have no address in the configuration, and puts theirs there. It does so before any bean exists,
 * so that every bean finds plain settings and none must wait for another; Elasticsearch goes on starting meanwhile.
 * The stores are disposed of after every bean of the application, so that nothing written at the end is lost.
 */
final class EmbeddedStores implements EnvironmentPostProcessor, Ordered {
    private static final String MONGODB = "patina.mongodb.uri";
    private static final String ELASTICSEARCH = "patina.elasticsearch.uri";

    private final ConfigurableBootstrapContext bootstrap;

    EmbeddedStores(ConfigurableBootstrapContext bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean serves = application.getWebApplicationType() != WebApplicationType.NONE;
        if (!environment.getProperty("patina.embedded.enabled", Boolean.class, serves)) return;

        Path home = Path.of(environment.getProperty("patina.home", "data"));
        List.of("keys", "logs", "demo").forEach(part -> PrivateFolder.lay(home.resolve(part)));
        Map<String, Object> addresses = new HashMap<>();
        if (isMissing(environment, MONGODB)) {
            EmbeddedMongo mongo = EmbeddedMongo.start(home.resolve("mongo"));
            addresses.put(MONGODB, mongo.uri());
            addresses.put("patina.embedded.mongodb", mongo.uri()); // for commands that run beside this process
            closeLast("embeddedMongo", mongo);
        }
        if (isMissing(environment, ELASTICSEARCH)) {
            EmbeddedElasticsearch elasticsearch =
                    EmbeddedElasticsearch.startInBackground(home.resolve("elasticsearch"));
            addresses.put(ELASTICSEARCH, elasticsearch.uri().toString());
            closeLast("embeddedElasticsearch", elasticsearch);
        }
        environment.getPropertySources().addLast(new MapPropertySource("embedded stores", addresses));
    }

    private static boolean isMissing(ConfigurableEnvironment environment, String property) {
        return environment.getProperty(property, "").isBlank();
    }

    /** Beans are destroyed in the opposite order of their creation; at this moment the application has none. */
    private void closeLast(String name, AutoCloseable store) {
        bootstrap.addCloseListener(ready -> {
            ConfigurableApplicationContext context = ready.getApplicationContext();
            ((DefaultListableBeanFactory) context.getBeanFactory()).registerDisposableBean(name, store::close);
        });
    }
}
