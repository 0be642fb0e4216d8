package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.BEN;
import static com.videowindow.patina.eventlog.People.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.videowindow.patina.domain.audit.Verification;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.Erased;
import com.videowindow.patina.domain.privacy.Forgotten;
import com.videowindow.patina.domain.privacy.PeriodEnded;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import com.videowindow.patina.eventlog.privacy.StoredPeriods;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.RawBsonDocument;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

/** Facts about people under their keys, and what is left of them when the keys are gone. */
class SealedFactsTest extends SealedLog {
    @Test
    void a_fact_about_a_person_rests_sealed_and_reads_as_it_was() {
        append(log, "one", ANNA, MARK);

        RawBsonDocument stored = new RawBlocks(store.database()).read(0).getFirst();
        assertThat(new String(stored.getByteBuffer().array(), StandardCharsets.ISO_8859_1))
                .contains(ANNA.toString())
                .doesNotContain(MARK, "dovetails-by-hand");
        assertThat(read(log, "one")).containsExactly(viewed(ANNA, MARK));
        assertThat(readAll(log)).containsExactly(viewed(ANNA, MARK));
        try (EventLog second = node(otherKeys())) {
            assertThat(read(second, "one")).containsExactly(viewed(ANNA, MARK));
        }
    }

    @Test
    void without_keys_it_is_not_opened_and_not_taken_for_forgotten() {
        append(log, "one", ANNA, MARK);
        try (EventLog without = EventLog.open(store.database(), EventLogSettings.DEFAULTS, OpenLog.KEY)) {
            assertThatThrownBy(() -> read(without, "one")).hasStackTraceContaining("a payload is sealed");
        }
    }

    @Test
    void a_destroyed_key_leaves_that_something_was_and_when_and_a_log_that_verifies() {
        append(log, "anna", ANNA, MARK);
        append(log, "ben", BEN, MARK);

        keys.destroy(ANNA, LATER);
        keys.scrub(List.of(ANNA));
        keys.destroy(ANNA, LATER.plusSeconds(1));

        for (EventLog node : List.of(log, node(otherKeys()))) {
            assertThat(read(node, "anna")).singleElement().isInstanceOfSatisfying(Forgotten.class, gone -> assertThat(
                            gone.subject())
                    .isEqualTo(ANNA));
            assertThat(read(node, "ben")).containsExactly(viewed(BEN, MARK));
            assertThatThrownBy(() -> append(node, "more", ANNA, MARK)).isInstanceOf(Erased.class);
        }
        assertThat(log.verify()).isNotNull();
        Evidence evidence = new Evidence(store.database(), CheckpointKey.named("sealed.example/log"));
        evidence.sign();
        assertThat(evidence.verify(List.of(), passed -> {})).isInstanceOf(Verification.Sound.class);
    }

    @Test
    void a_month_that_ends_takes_everybodys_facts_of_its_kind() {
        append(log, "anna", ANNA, MARK);
        append(log, "ben", BEN, MARK);
        YearMonth now = YearMonth.now(ZoneOffset.UTC);

        keys.endPeriods(List.of(new RetentionPeriod(DataCategory.FEEDBACK, now)), LATER);
        assertThat(readAll(node(otherKeys()))).hasSize(2).doesNotHaveAnyElementsOfTypes(Forgotten.class);

        keys.endPeriods(List.of(new RetentionPeriod(DataCategory.INTERACTION, now)), LATER);
        assertThat(readAll(node(otherKeys()))).hasSize(2).hasOnlyElementsOfType(Forgotten.class);
        assertThatThrownBy(() -> append(log, "late", ANNA, MARK)).isInstanceOf(PeriodEnded.class);
        assertThatThrownBy(() -> append(node(otherKeys()), "late", ANNA, MARK)).isInstanceOf(PeriodEnded.class);
    }

    @Test
    void periods_that_hold_something_are_known_until_they_end() {
        StoredPeriods periods = new StoredPeriods(keys, log::forgetOpened);
        YearMonth now = YearMonth.now(ZoneOffset.UTC);
        RetentionPeriod period = new RetentionPeriod(DataCategory.INTERACTION, now);
        append(log, "anna", ANNA, MARK);

        assertThat(periods.live(now.minusMonths(1), Set.of())).isEmpty();
        assertThat(periods.live(now, Set.of())).containsExactly(period);

        periods.end(List.of(period), Set.of(), Map.of(), LATER);
        periods.scrub(List.of(period));
        periods.evict();
        assertThat(periods.live(now, Set.of())).isEmpty();
        assertThat(readAll(log)).hasOnlyElementsOfType(Forgotten.class);
        assertThat(log.verify()).isNotNull();
    }

    @Test
    void what_is_sealed_cannot_be_put_into_another_event() {
        append(log, "one", ANNA, "first");
        append(log, "two", ANNA, "second");
        Blocks blocks = new Blocks(store.database(), java.time.Duration.ofSeconds(5));
        List<LoggedEvent> both = blocks.read(0, 2).stream()
                .flatMap(block -> block.events().stream())
                .toList();

        Seals seals = Seals.under(keys);
        LoggedEvent moved = both.get(1).saying(both.get(0).payload());
        LoggedEvent altered = both.get(0).saying(flipped(both.get(0).payload()));

        assertThat(seals.opened(List.of(moved, altered))).containsExactly(moved, altered);
        assertThat(seals.opened(both)).doesNotContainAnyElementsOf(both);
    }

    private static Binary flipped(Binary payload) {
        byte[] bytes = payload.getData().clone();
        bytes[bytes.length / 2] ^= 1;
        return new Binary(bytes);
    }
}
