package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that a node signs ten times a second. */
class SigningOnScheduleTest {
    private static final Duration OFTEN = Duration.ofMillis(100);

    private OpenLog open;
    private Evidence evidence;
    private Checkpoints kept;

    @BeforeEach
    void a_log(@TempDir Path folder) {
        open = OpenLog.in(folder.resolve("mongo"));
        evidence = new Evidence(open.database(), CheckpointKey.named("scheduled.example/log"));
        kept = new Checkpoints(open.database());
    }

    @AfterEach
    void close() {
        open.close();
    }

    private void store(String message) {
        open.log().facts().storeOnce(List.of(view(ANNA, message)));
    }

    private void awaitSigned(long events) {
        await().until(() ->
                kept.newest().filter(each -> each.checkpoint().size() == events).isPresent());
    }

    @Test
    void what_was_written_is_signed_soon_and_once() {
        try (CheckpointSchedule schedule = new CheckpointSchedule(evidence, OFTEN)) {
            store("one");
            awaitSigned(1);
            store("two");
            awaitSigned(2);
            long signed = kept.count();
            await().during(OFTEN.multipliedBy(4)).until(() -> kept.count() == signed);
            assertThat(schedule).isNotNull();
        }
        store("three");
        await().during(OFTEN.multipliedBy(3)).until(() -> kept.newest()
                .filter(each -> each.checkpoint().size() == 2)
                .isPresent());
    }

    @Test
    void goes_on_after_it_could_not_sign() {
        store("one");
        RawBlocks.End end = new RawBlocks(open.database()).end().orElseThrow();
        Note strange = CheckpointKey.named("stranger.example/log").sign(end.size(), end.root());
        kept.keep(new Checkpoints.Kept(0, strange));
        try (CheckpointSchedule schedule = new CheckpointSchedule(evidence, OFTEN)) {
            assertThatThrownBy(evidence::sign).hasMessageContaining("stranger.example/log");
            await().during(OFTEN.multipliedBy(4)).until(() -> kept.count() == 1);
            open.database().getCollection("checkpoints").deleteOne(Filters.eq("_id", 0L));
            awaitSigned(1);
            assertThat(schedule).isNotNull();
        }
    }
}
