package com.videowindow.patina.eventlog.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.videowindow.patina.embedded.EmbeddedMongo;
import com.videowindow.patina.eventlog.privacy.NamedSecrets.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A secret that is put in the place of another while another node turns its shard, at the worst time, is not lost. */
class ReplacedWhileTurningTest {
    private static final String ANNA = "subject/anna";
    private static final byte[] BEFORE = {1};
    private static final byte[] NOW = {2};

    private final CountDownLatch looked = new CountDownLatch(1);
    private final CountDownLatch replaced = new CountDownLatch(1);

    /** One that does this before it first changes a secret. */
    private static MongoClient client(String uri, Runnable first) {
        AtomicBoolean done = new AtomicBoolean();
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        boolean change = event.getCommandName().equals("update")
                                && event.getCommand()
                                        .getString("update")
                                        .getValue()
                                        .equals("secrets");
                        if (change && done.compareAndSet(false, true)) {
                            first.run();
                        }
                    }
                })
                .build());
    }

    private static NamedSecrets secrets(MongoClient client, Path folder) {
        return new NamedSecrets(
                new KeyPlace(client.getDatabase("patina-keys"), true),
                LocalMasterKey.of(folder),
                Duration.ofSeconds(30));
    }

    private static void wait(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Timeout(60)
    void what_lands_after_the_look_and_before_the_change_is_wrapped_again(@TempDir Path folder) {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient turner = client(mongo.uri(), () -> {
                    looked.countDown();
                    wait(replaced);
                })) {
            NamedSecrets turning = secrets(turner, folder);
            turning.findOrMake(List.of(ANNA), name -> BEFORE);
            CompletableFuture<?>[] turned = new CompletableFuture<?>[1];
            try (MongoClient replacer = client(mongo.uri(), () -> {
                turned[0] = CompletableFuture.runAsync(() -> turning.scrub(List.of(ANNA)));
                wait(looked);
            })) {
                assertThat(secrets(replacer, folder).replace(ANNA, new Binary(BEFORE), NOW))
                        .isTrue();
                replaced.countDown();
                turned[0].join();
            }
            assertThat(turning.find(List.of(ANNA))).containsEntry(ANNA, new Secret.Live(new Binary(NOW)));
            try (MongoClient later = MongoClients.create(mongo.uri())) {
                assertThat(secrets(later, folder).find(List.of(ANNA)))
                        .containsEntry(ANNA, new Secret.Live(new Binary(NOW)));
            }
        }
    }

    @Test
    void it_is_told_whether_the_master_was_renewed_too(@TempDir Path folder) {
        String configured = Base64.getEncoder().encodeToString(new byte[32]);
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = MongoClients.create(mongo.uri())) {
            assertThat(secrets(client, folder).scrub(List.of(ANNA))).isTrue();
            MasterKey stays = ConfiguredMasterKey.of(configured, null);
            NamedSecrets others = new NamedSecrets(
                    new KeyPlace(client.getDatabase("others-keys"), true), stays, Duration.ofSeconds(30));
            assertThat(others.scrub(List.of(ANNA))).isFalse();
        }
    }
}
