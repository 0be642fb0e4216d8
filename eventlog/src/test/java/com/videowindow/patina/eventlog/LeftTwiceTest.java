package com.videowindow.patina.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory.Known;
import com.videowindow.patina.eventlog.privacy.StoredFences;
import com.videowindow.patina.eventlog.privacy.StoredSubjects;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What is kept about whoever left: that they did, until when it counts, and nothing that leads to whom they were. */
class LeftTwiceTest extends SealedLog {
    private static final PlatformUserId USER = new PlatformUserId("user-1");
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration REFUSED = Duration.ofDays(90);

    private StoredSubjects people() {
        return new StoredSubjects(keys, "a secret that names people".getBytes(StandardCharsets.UTF_8));
    }

    private SubjectId leaves(StoredSubjects people, StoredFences fences, Instant at) {
        SubjectId subject = people.subjectOf(USER);
        fences.raise(subject, new ErasureId(UUID.randomUUID()), Regulation.GDPR, LogPosition.START, at);
        fences.leave(subject, at, at.plus(REFUSED));
        fences.scrub(List.of(subject));
        return subject;
    }

    @Test
    void the_end_of_the_first_time_leaves_the_second() {
        StoredSubjects people = people();
        StoredFences fences = new StoredFences(keys, people, () -> {});
        leaves(people, fences, FIRST);
        Instant second = FIRST.plus(Duration.ofDays(80));
        leaves(people, fences, second);

        fences.settle(FIRST.plus(Duration.ofDays(91)));
        assertThat(people().find(USER)).isEqualTo(new Known(null, second));

        fences.settle(second.plus(Duration.ofDays(91)));
        assertThat(people().find(USER)).isEqualTo(Known.NOBODY);
        assertThat(store.keysDatabase().getCollection("left").find()).isEmpty();
    }

    @Test
    void who_comes_back_stays_known_when_the_note_goes() {
        StoredSubjects people = people();
        StoredFences fences = new StoredFences(keys, people, () -> {});
        leaves(people, fences, FIRST);
        SubjectId back = people.subjectOf(USER);

        fences.settle(FIRST.plus(Duration.ofDays(91)));
        assertThat(people().find(USER)).isEqualTo(new Known(back, null));
    }

    @Test
    void nothing_ties_whom_they_were_to_their_name_nor_to_whom_they_come_back_as() {
        StoredSubjects people = people();
        StoredFences fences = new StoredFences(keys, people, () -> {});
        SubjectId was = leaves(people, fences, FIRST);
        SubjectId is = people.subjectOf(USER);

        for (String collection : store.keysDatabase().listCollectionNames()) {
            for (Document document :
                    store.keysDatabase().getCollection(collection).find()) {
                String said = document.toJson();
                if (said.contains(was.toString())) {
                    assertThat(said).as(collection).doesNotContain("person/", is.toString());
                }
            }
        }
    }
}
