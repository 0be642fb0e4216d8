package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.NOON;
import static com.videowindow.patina.eventlog.People.event;
import static com.videowindow.patina.eventlog.People.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.Fence;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.erasure.SubjectErased;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.Erased;
import com.videowindow.patina.domain.privacy.Forgotten;
import com.videowindow.patina.domain.privacy.PeriodEnded;
import com.videowindow.patina.domain.retention.EndingId;
import com.videowindow.patina.domain.retention.PeriodsEnded;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import com.videowindow.patina.eventlog.Commit.Outcome;
import com.videowindow.patina.eventlog.privacy.PayloadKeys;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A writer sleeps, for as long as it likes, between sealing what it writes and writing it, and meanwhile the keys are
 * closed, and destroyed, elsewhere. What it was told is stored stays readable; what comes too late is sealed anew, or refused.
 */
class LateWriterTest extends ErasedPartLog {
    private StallingNode sleeper;

    @BeforeEach
    void openSleeper() {
        sleeper = new StallingNode(store.database(), otherKeys());
    }

    @AfterEach
    void closeSleeper() {
        sleeper.close();
    }

    /** Stored by a writer that sleeps at the door of the server; what it was told when it awoke. */
    private CompletableFuture<Void> writes(String name) {
        CompletableFuture<Void> written =
                CompletableFuture.runAsync(() -> sleeper.append(event(name, 0, viewed(ANNA, name))));
        sleeper.awaitAsleep();
        return written;
    }

    @Test
    void what_was_sealed_before_a_part_went_and_comes_after_it_is_sealed_anew() {
        view(log, ANNA, "gone", NOON);
        view(log, ANNA, "stays", NOON);
        CompletableFuture<Void> late = writes("late");

        erase(some(), "gone");
        sleeper.wake();
        late.join();

        for (var now : List.of(read(log), readAnew())) {
            assertThat(now.get("gone")).isInstanceOf(Forgotten.class);
            assertThat(now.get("stays")).isEqualTo(viewed(ANNA, "stays"));
            assertThat(now.get("late")).isEqualTo(viewed(ANNA, "late"));
        }
    }

    @Test
    void what_comes_between_the_closing_and_the_end_of_keys_is_sealed_anew() {
        view(log, ANNA, "gone", NOON);
        CompletableFuture<Void> late = writes("late");
        ErasureId erasure = some();

        close(erasure);
        sleeper.wake();
        late.join();
        fences.raise(ANNA, erasure, Regulation.GDPR, places("gone"), end());

        assertThat(readAnew().get("late")).isEqualTo(viewed(ANNA, "late"));
    }

    @Test
    void what_was_sealed_and_is_handed_over_after_a_part_went_is_not_written() {
        view(log, ANNA, "gone", NOON);
        StallingNode.Sealed early = sleeper.seal(event("late", 0, viewed(ANNA, "late")));

        erase(some(), "gone");
        sleeper.catchUp();

        assertThat(sleeper.submit(early)).isInstanceOf(Outcome.KeysClosed.class);
        assertThat(new StoredEvents(store.database()).find("late")).isEmpty();
    }

    @Test
    void a_key_that_was_asked_for_before_and_remembered_after_is_asked_for_again() {
        view(log, ANNA, "gone", NOON);
        PayloadKeys own = otherKeys();
        try (EventLog node = node(own)) {
            view(node, ANNA, "before", NOON); // remembers the key
            erase(some(), "gone");
            view(node, ANNA, "after", NOON);
        }
        assertThat(readAnew())
                .containsEntry("before", viewed(ANNA, "before"))
                .containsEntry("after", viewed(ANNA, "after"));
    }

    @Test
    void what_comes_after_its_person_left_is_refused() {
        view(log, ANNA, "gone", NOON);
        CompletableFuture<Void> late = writes("late");

        keys.destroy(ANNA, NOON);
        Fence fence = new Fence(end(), "");
        log.storageEngine().appendEvents(event("erasure/" + ANNA, 0, new SubjectErased(some(), ANNA, fence, NOON)));
        sleeper.wake();

        assertThatThrownBy(late::join).isInstanceOf(CompletionException.class).hasCauseInstanceOf(Erased.class);
        assertThat(new StoredEvents(store.database()).find("late")).isEmpty();
    }

    @Test
    void what_comes_after_its_month_ended_is_refused() {
        CompletableFuture<Void> late = writes("late");
        RetentionPeriod month = new RetentionPeriod(DataCategory.INTERACTION, YearMonth.now(ZoneOffset.UTC));

        keys.endPeriods(List.of(month), NOON);
        EndingId ending = new EndingId(UUID.randomUUID());
        log.storageEngine()
                .appendEvents(event("retention", 0, new PeriodsEnded(ending, List.of(month), null, end(), NOON)));
        sleeper.wake();

        assertThatThrownBy(late::join).isInstanceOf(CompletionException.class).hasCauseInstanceOf(PeriodEnded.class);
        assertThat(new StoredEvents(store.database()).find("late")).isEmpty();
    }
}
