package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.BEN;
import static com.videowindow.patina.eventlog.People.NOON;
import static com.videowindow.patina.eventlog.People.allowed;
import static com.videowindow.patina.eventlog.People.viewed;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.Fence;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.Forgotten;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import com.videowindow.patina.eventlog.privacy.PayloadKeys;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Single facts about a person are made unreadable, and everything else about them stays readable. */
class ErasingAPartTest extends ErasedPartLog {
    @Test
    void what_goes_is_forgotten_and_what_stays_is_read_as_before_on_every_node() {
        for (String name : List.of("a1", "a2", "a3")) {
            view(log, ANNA, name, NOON);
        }
        view(log, ANNA, "october", OCTOBER);
        view(log, BEN, "ben", NOON);
        append(log, "consent", NOON, allowed(ANNA, Purpose.PERSONALIZATION));
        Map<String, Object> before = read(log);

        Fence fence = erase(some(), "a2");

        assertThat(fence.fingerprint()).hasSize(64);
        for (Map<String, Object> now : List.of(read(log), readAnew())) {
            assertThat(now.get("a2")).isInstanceOf(Forgotten.class);
            assertThat(now)
                    .hasSameSizeAs(before)
                    .usingRecursiveComparison()
                    .ignoringFields("a2")
                    .isEqualTo(before);
        }
        assertThat(kept())
                .as("two facts of the month, and the other month by its key")
                .hasSize(3);
        assertThat(log.verify().events()).isEqualTo(7);
    }

    @Test
    void facts_that_come_meanwhile_and_afterwards_are_kept_also_by_nodes_that_were_not_told() {
        PayloadKeys others = otherKeys();
        try (EventLog other = node(others)) {
            view(other, ANNA, "first", NOON);
            ErasureId erasure = some();
            fences.open(ANNA, erasure, INTERACTIONS);
            view(other, ANNA, "late", NOON); // under the former key, which it remembers
            view(log, ANNA, "meanwhile", NOON);
            assertThat(read(other).values()).doesNotHaveAnyElementsOfTypes(Forgotten.class);
            close(erasure);
            view(other, ANNA, "between", NOON);

            fences.raise(ANNA, erasure, Regulation.GDPR, places("first"), end());
            others.forget(ANNA);
            other.forgetOpened();
            view(other, ANNA, "after", NOON);

            for (Map<String, Object> now : List.of(read(other), readAnew())) {
                assertThat(now.get("first")).isInstanceOf(Forgotten.class);
                for (String stays : List.of("late", "meanwhile", "between", "after")) {
                    assertThat(now.get(stays)).isEqualTo(viewed(ANNA, stays));
                }
            }
        }
    }

    @Test
    void one_part_after_another_goes_and_the_rest_stays() {
        List<String> names = List.of("a1", "a2", "a3", "a4");
        names.forEach(name -> view(log, ANNA, name, NOON));
        view(log, ANNA, "october", OCTOBER);

        erase(some(), "a1");
        view(log, ANNA, "a5", NOON);
        erase(some(), "a2", "a5");
        view(log, ANNA, "a6", NOON);
        erase(some(), "october");

        Map<String, Object> now = readAnew();
        assertThat(List.of("a1", "a2", "a5", "october"))
                .allSatisfy(name -> assertThat(now.get(name)).isInstanceOf(Forgotten.class));
        assertThat(List.of("a3", "a4", "a6"))
                .allSatisfy(name -> assertThat(now.get(name)).isEqualTo(viewed(ANNA, name)));
        assertThat(read(log)).usingRecursiveComparison().isEqualTo(now);
    }

    @Test
    void what_stayed_goes_with_its_month_and_with_its_person() {
        view(log, ANNA, "a1", NOON);
        view(log, ANNA, "a2", NOON);
        view(log, ANNA, "october", OCTOBER);
        erase(some(), "a1");

        keys.endPeriods(List.of(new RetentionPeriod(DataCategory.INTERACTION, YearMonth.of(2026, 11))), NOON);
        assertThat(readAnew().get("a2")).isInstanceOf(Forgotten.class);
        assertThat(readAnew().get("october")).isEqualTo(viewed(ANNA, "october"));

        erase(some(), "a2"); // of a month that is over: nothing to keep, nothing to fail
        keys.destroy(ANNA, NOON);
        assertThat(readAnew().values()).hasOnlyElementsOfType(Forgotten.class);
        ErasureId erasure = some();
        close(erasure);
        assertThat(fences.raise(ANNA, erasure, Regulation.GDPR, Set.of(), end()))
                .as("of somebody who left")
                .extracting(Fence::fingerprint)
                .isEqualTo("");
    }

    @Test
    void what_an_old_copy_of_keys_brings_back_beside_it_takes_nothing_away() {
        List.of("a1", "a2", "a3").forEach(name -> view(log, ANNA, name, NOON));
        erase(some(), "a1");
        List<Document> old = kept();
        erase(some(), "a2");
        List<Document> now = kept();
        old.removeIf(
                document -> now.stream().anyMatch(one -> one.getString("_id").equals(document.getString("_id"))));
        assertThat(old).isNotEmpty();
        store.keysDatabase().getCollection("kept").insertMany(old);

        Map<String, Object> read = readAnew();
        assertThat(read.get("a2")).isInstanceOf(Forgotten.class);
        assertThat(read.get("a3")).isEqualTo(viewed(ANNA, "a3"));
    }

    @Test
    void generations_of_any_size_stand_behind_the_category() {
        for (int generation : List.of(0, 1, 127, 128, 16_383, 16_384, Integer.MAX_VALUE)) {
            byte[] stored = Seal.of(DataCategory.FEEDBACK, generation, new byte[] {7, -8, 9})
                    .getData();
            assertThat(Seal.isReadable(stored)).isTrue();
            assertThat(Seal.category(stored)).isEqualTo(DataCategory.FEEDBACK);
            assertThat(Seal.generation(stored)).isEqualTo(generation);
            assertThat(Seal.said(stored)).containsExactly(7, -8, 9);
        }
    }
}
