package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.videowindow.patina.domain.audit.FactLog;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.privacy.MasterRotation;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import com.videowindow.patina.embedded.EmbeddedMongo;
import com.videowindow.patina.eventlog.privacy.LocalMasterKey;
import com.videowindow.patina.eventlog.privacy.MasterElsewhere;
import com.videowindow.patina.eventlog.privacy.PayloadKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class StartingTheContainerTest {

    @Test
    void the_log_is_there_for_who_asks_and_keeps_its_facts_and_key_over_a_restart(@TempDir Path folder) {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder.resolve("store"))) {
            try (AnnotationConfigApplicationContext first = started(mongo.uri(), folder)) {
                first.getBean(FactLog.class).storeOnce(List.of(view(ANNA, "m")));
                assertThat(first.getBeansOfType(EventBus.class)).containsOnlyKeys("eventStore");
                assertThat(first.getBeansOfType(TokenStore.class)).hasSize(1);
                assertThat(first.getBeansOfType(SubjectDirectory.class)).hasSize(1);
                assertThat(first.getBeansOfType(Serializer.class))
                        .containsOnlyKeys("serializer", "messageSerializer", "eventSerializer");
            }
            try (AnnotationConfigApplicationContext second = started(mongo.uri(), folder)) {
                assertThat(second.getBean(FactLog.class).storeOnce(List.of(view(ANNA, "m"))))
                        .allMatch(stored -> stored.duplicate());
                assertThat(second.getBean(LogInspection.class).status().events())
                        .isOne();
            }
        }
    }

    @Test
    void a_node_that_starts_before_its_server_waits_for_it(@TempDir Path folder) {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder.resolve("store"));
                FaultyWire wire = new FaultyWire(mongo.uri())) {
            wire.holdAnswers();
            CompletableFuture.delayedExecutor(2_500, TimeUnit.MILLISECONDS).execute(wire::releaseAnswers);
            try (AnnotationConfigApplicationContext node = started(wire.uri(), folder)) {
                assertThat(node.getBean(FactLog.class).storeOnce(List.of(view(ANNA, "m"))))
                        .noneMatch(stored -> stored.duplicate());
            }
        }
    }

    @Test
    void what_killed_nodes_left_of_secrets_is_gone_once_one_starts(@TempDir Path folder) throws IOException {
        Path left = Files.createDirectory(folder.resolve("keys")).resolve("master.key17.part");
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder.resolve("store"))) {
            Files.writeString(left, "a former master");
            started(mongo.uri(), folder).close();
        }
        assertThat(left).doesNotExist();
    }

    @Test
    void a_home_whose_master_key_a_copy_of_it_elsewhere_overtook_does_not_start(@TempDir Path folder)
            throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder.resolve("store"))) {
            try (AnnotationConfigApplicationContext first = started(mongo.uri(), folder)) {
                Path keys = Files.createDirectory(other.resolve("keys"));
                Files.copy(folder.resolve("keys").resolve(LocalMasterKey.FILE), keys.resolve(LocalMasterKey.FILE));
                first.getBean(PayloadKeys.class).scrub(List.of(ANNA));
            }
            assertThatThrownBy(() -> started(mongo.uri(), other))
                    .hasRootCauseInstanceOf(MasterElsewhere.class)
                    .hasMessageContaining("keys/master.key of this home");
            started(mongo.uri(), folder).close();
        }
    }

    @Test
    void a_master_key_that_is_configured_is_changed_by_naming_the_former_beside_it(@TempDir Path folder) {
        String former = Base64.getEncoder().encodeToString(new byte[32]);
        String next = former.replaceFirst("A", "B");
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder.resolve("store"))) {
            try (AnnotationConfigApplicationContext first =
                    started(mongo.uri(), folder, Map.of("PATINA_KEYS_MASTER", former))) {
                first.getBean(FactLog.class).storeOnce(List.of(view(ANNA, "m")));
            }
            assertThatThrownBy(() -> started(mongo.uri(), folder, Map.of("PATINA_KEYS_MASTER", next)))
                    .hasRootCauseInstanceOf(MasterElsewhere.class)
                    .hasMessageContaining("PATINA_KEYS_MASTER_FORMER");
            try (AnnotationConfigApplicationContext both = started(
                    mongo.uri(), folder, Map.of("PATINA_KEYS_MASTER", next, "PATINA_KEYS_MASTER_FORMER", former))) {
                both.getBean(MasterRotation.class).rotate(reached -> {});
            }
            try (AnnotationConfigApplicationContext after =
                    started(mongo.uri(), folder, Map.of("PATINA_KEYS_MASTER", next, "PATINA_KEYS_MASTER_FORMER", ""))) {
                assertThat(after.getBean(FactLog.class).storeOnce(List.of(view(ANNA, "m"))))
                        .allMatch(stored -> stored.duplicate());
            }
        }
    }

    private static AnnotationConfigApplicationContext started(String uri, Path home) {
        return started(uri, home, Map.of());
    }

    private static AnnotationConfigApplicationContext started(String uri, Path home, Map<String, Object> environment) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", environment));
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test", Map.of("patina.mongodb.uri", uri, "patina.home", home.toString())));
        context.register(EventLogConfiguration.class);
        context.scan("com.videowindow.patina.eventlog.privacy");
        context.refresh();
        return context;
    }
}
