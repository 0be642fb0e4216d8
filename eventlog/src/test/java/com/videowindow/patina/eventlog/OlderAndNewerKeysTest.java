package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.BEN;
import static com.videowindow.patina.eventlog.People.NOON;
import static com.videowindow.patina.eventlog.People.viewed;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.Forgotten;
import com.videowindow.patina.domain.privacy.KeyBackup.Outcome;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory.Known;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import com.videowindow.patina.eventlog.privacy.LocalMasterKey;
import com.videowindow.patina.eventlog.privacy.PayloadKeys;
import com.videowindow.patina.eventlog.privacy.StoredFences;
import com.videowindow.patina.eventlog.privacy.StoredKeys;
import com.videowindow.patina.eventlog.privacy.StoredPeriods;
import com.videowindow.patina.eventlog.privacy.StoredSubjects;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Copies of the keys from several times are put back, in whichever order: what ended has ended, what is new is there. */
class OlderAndNewerKeysTest extends ErasedPartLog {
    private static final PlatformUserId RETURNED = new PlatformUserId("user-1");
    private static final PlatformUserId LEFT = new PlatformUserId("user-2");
    private static final PlatformUserId STAYED = new PlatformUserId("user-3");
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration REFUSED = Duration.ofDays(90);
    private static final RetentionPeriod OVER = new RetentionPeriod(DataCategory.INTERACTION, YearMonth.of(2026, 11));

    private static final int NEWEST = 3;
    private static final List<List<Integer>> ORDERS = List.of(
            List.of(NEWEST),
            List.of(0, NEWEST),
            List.of(1, NEWEST),
            List.of(2, NEWEST),
            List.of(NEWEST, 0),
            List.of(NEWEST, 1),
            List.of(NEWEST, 2),
            List.of(0, 1, 2, NEWEST),
            List.of(1, NEWEST, 0, 2),
            List.of(2, 0, NEWEST));

    private final List<Path> copies = new ArrayList<>();
    private final List<SubjectId> erased = new ArrayList<>();
    private MongoClient client;
    private Map<String, Object> now;
    private SubjectId returned;
    private SubjectId stayed;

    /** A copy after each chapter. */
    @BeforeEach
    void a_life_with_copies() {
        client = OpenLog.client(store.uri());
        StoredSubjects people = people(keys);
        StoredFences whole = fences(keys, people);
        SubjectId before = people.subjectOf(RETURNED);
        SubjectId gone = people.subjectOf(LEFT);
        stayed = people.subjectOf(STAYED);
        List.of("a1", "a2", "a3").forEach(name -> view(log, ANNA, name, NOON));
        List.of("o1", "o2").forEach(name -> view(log, ANNA, name, OCTOBER));
        view(log, before, "before", OCTOBER);
        view(log, BEN, "ben", NOON);
        copy();

        erase(some(), "a1");
        view(log, ANNA, "a4", NOON);
        leaves(before, whole);
        copy();

        returned = people.subjectOf(RETURNED);
        view(log, returned, "after", OCTOBER);
        leaves(gone, whole);
        erase(some(), "a2");
        view(log, ANNA, "a5", NOON);
        copy();

        StoredPeriods periods = new StoredPeriods(keys, log::forgetOpened);
        periods.end(List.of(OVER), Set.of(ANNA), Map.of(), NOON);
        periods.scrub(List.of(OVER));
        erase(some(), "o1");
        view(log, ANNA, "o3", OCTOBER);
        copy();
        now = readAnew();
        erased.addAll(List.of(before, gone));
    }

    @AfterEach
    void closeClient() {
        client.close();
    }

    private static StoredSubjects people(PayloadKeys keys) {
        return new StoredSubjects(keys, "a secret that names people".getBytes(StandardCharsets.UTF_8));
    }

    private static StoredFences fences(PayloadKeys keys, StoredSubjects people) {
        return new StoredFences(keys, people, () -> {});
    }

    private void leaves(SubjectId subject, StoredFences whole) {
        whole.raise(subject, new ErasureId(UUID.randomUUID()), Regulation.GDPR, LogPosition.START, THEN);
        whole.leave(subject, THEN, THEN.plus(REFUSED));
        whole.scrub(List.of(subject));
    }

    private void copy() {
        Path copy = home.resolve(copies.size() + ".keys");
        new StoredKeys(store.database(), keys, home).export(copy, recovery());
        copies.add(copy);
    }

    private static char[] recovery() {
        return "correct horse battery staple".toCharArray();
    }

    /** Another home, whose key store has this name. */
    private PayloadKeys elsewhere(String name) {
        return new PayloadKeys(client.getDatabase(name), LocalMasterKey.of(home.resolve(name)), Duration.ofSeconds(5));
    }

    private Map<String, Outcome> putBack(String name, int copy) {
        return new StoredKeys(store.database(), elsewhere(name), home.resolve(name))
                .restore(copies.get(copy), recovery());
    }

    @Test
    void in_the_end_it_is_as_the_newest_tells_it() {
        assertThat(List.of("a3", "a4", "a5", "o2", "o3"))
                .allSatisfy(name -> assertThat(now.get(name)).isEqualTo(viewed(ANNA, name)));
        assertThat(List.of("a1", "a2", "o1", "before", "ben"))
                .allSatisfy(name -> assertThat(now.get(name)).isInstanceOf(Forgotten.class));
        for (List<Integer> order : ORDERS) {
            String name = "home" + order.toString().replaceAll("\\D", "");
            order.forEach(copy -> putBack(name, copy));
            assertThat(putBack(name, NEWEST).values())
                    .as("done again %s", order)
                    .allSatisfy(one -> assertThat(one.added()).isZero());
            assertAsNow(name);
        }
    }

    private void assertAsNow(String name) {
        PayloadKeys keys = elsewhere(name);
        try (EventLog there = node(keys)) {
            assertThat(read(there)).as(name).usingRecursiveComparison().isEqualTo(now);
            view(there, ANNA, "in-" + name, OCTOBER);
            assertThat(read(there).get("in-" + name)).isEqualTo(viewed(ANNA, "in-" + name));
        }
        now = readAnew();
        assertThat(people(keys).find(RETURNED)).as(name).isEqualTo(new Known(returned, THEN));
        assertThat(people(keys).find(LEFT)).as(name).isEqualTo(new Known(null, THEN));
        assertThat(people(keys).find(STAYED)).as(name).isEqualTo(new Known(stayed, null));
        assertNothingLeads(client.getDatabase(name));
        fences(keys, people(keys)).settle(THEN.plus(REFUSED).plusSeconds(1));
        assertThat(people(keys).find(RETURNED)).as(name).isEqualTo(new Known(returned, null));
        assertThat(people(keys).find(LEFT)).as(name).isEqualTo(Known.NOBODY);
    }

    private void assertNothingLeads(MongoDatabase keys) {
        for (SubjectId one : erased) {
            for (Document secret : keys.getCollection("secrets").find()) {
                assertThat(secret.getString("_id")).doesNotEndWith("names/" + one);
            }
            assertThat(keys.getCollection("fences").find().into(new ArrayList<>()))
                    .allSatisfy(fence -> assertThat(fence).doesNotContainKey("names"));
        }
    }

    @Test
    void an_older_one_changes_nothing_in_the_home_that_knows_better() {
        StoredKeys here = new StoredKeys(store.database(), keys, home);
        fences(keys, people(keys)).settle(THEN.plus(REFUSED).plusSeconds(1));
        for (Path copy : copies) {
            here.restore(copy, recovery());

            PayloadKeys fresh = otherKeys();
            assertThat(readAnew()).usingRecursiveComparison().isEqualTo(now);
            assertThat(people(fresh).find(RETURNED)).isEqualTo(new Known(returned, null));
            assertThat(people(fresh).find(LEFT).subject()).isNull();
            assertNothingLeads(store.keysDatabase());
            fences(fresh, people(fresh)).settle(THEN.plus(REFUSED).plusSeconds(1));
            assertThat(people(otherKeys()).find(LEFT)).isEqualTo(Known.NOBODY);
        }
    }

    @Test
    void a_copy_from_amid_an_erasure_leads_to_nobody() {
        SubjectId leaving = people(keys).subjectOf(STAYED);
        StoredFences whole = fences(keys, people(keys));
        whole.raise(leaving, new ErasureId(UUID.randomUUID()), Regulation.GDPR, LogPosition.START, THEN);
        copy();
        erased.add(leaving);

        putBack("amid", copies.size() - 1);

        PayloadKeys there = elsewhere("amid");
        assertThat(people(there).find(STAYED)).isEqualTo(new Known(null, THEN));
        assertNothingLeads(client.getDatabase("amid"));
        fences(there, people(there)).settle(THEN.plus(REFUSED).plusSeconds(1));
        assertThat(people(there).find(STAYED)).isEqualTo(Known.NOBODY);
        assertThat(people(there).subjectOf(STAYED)).isNotEqualTo(leaving);
    }
}
