package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.BEN;
import static com.videowindow.patina.eventlog.People.NOON;
import static com.videowindow.patina.eventlog.People.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.Forgotten;
import com.videowindow.patina.domain.privacy.PeriodEnded;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import com.videowindow.patina.eventlog.privacy.PayloadKeys;
import com.videowindow.patina.eventlog.privacy.StoredFences;
import com.videowindow.patina.eventlog.privacy.StoredPeriods;
import com.videowindow.patina.eventlog.privacy.StoredSubjects;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A month ends for everybody but for whom a legal reason holds, and for them once nothing does any more. */
class HeldFactsTest extends ErasedPartLog {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final RetentionPeriod OVER = new RetentionPeriod(DataCategory.INTERACTION, NOVEMBER);
    private static final Set<SubjectId> NOBODY = Set.of();
    private static final Set<SubjectId> HELD = Set.of(ANNA);
    private static final Map<RetentionPeriod, Set<SubjectId>> NOTHING_YET = Map.of();

    private StoredPeriods periods;
    /** Whom an ending has named by now, as the log would say. */
    private Map<RetentionPeriod, Set<SubjectId>> told = NOTHING_YET;

    @BeforeEach
    void both_did_something() {
        periods = periods(keys);
        view(log, ANNA, "a1", NOON);
        view(log, ANNA, "a2", NOON);
        view(log, ANNA, "october", OCTOBER);
        view(log, BEN, "ben", NOON);
    }

    private StoredPeriods periods(PayloadKeys of) {
        return new StoredPeriods(of, log::forgetOpened);
    }

    private void end(Set<SubjectId> held) {
        told = Map.of(OVER, periods.end(List.of(OVER), held, told, NOON));
        periods.scrub(List.of(OVER));
        periods.evict();
    }

    private void assertReadable(Map<String, Object> now, String... names) {
        List<String> readable = List.of(names);
        now.forEach((name, said) -> {
            if (readable.contains(name)) {
                assertThat(said).isEqualTo(viewed(name.equals("ben") ? BEN : ANNA, name));
            } else {
                assertThat(said).as(name).isInstanceOf(Forgotten.class);
            }
        });
        assertThat(now.keySet()).containsAll(readable);
    }

    private List<Document> apart() {
        return store.keysDatabase().getCollection("apart").find().into(new ArrayList<>());
    }

    @Test
    void everybody_elses_facts_go_and_theirs_stay_on_every_node() {
        PayloadKeys others = otherKeys();
        try (EventLog other = node(others)) {
            read(other);
            end(HELD);
            periods(others).evict();
            other.forgetOpened();

            for (Map<String, Object> now : List.of(read(log), readAnew(), read(other))) {
                assertReadable(now, "a1", "a2", "october");
            }
        }
        assertThat(periods.apart()).isEqualTo(Map.of(OVER, 1L));
        assertThat(periods.live(NOVEMBER, HELD)).doesNotContain(OVER);
        assertThatThrownBy(() -> view(log, ANNA, "late", NOON)).isInstanceOf(PeriodEnded.class);
    }

    @Test
    void theirs_go_too_once_nothing_holds_them() {
        end(HELD);
        assertThat(periods.live(NOVEMBER, NOBODY)).contains(OVER);

        end(NOBODY);

        assertReadable(readAnew(), "october");
        assertThat(periods.apart()).isEmpty();
        assertThat(periods.live(NOVEMBER, NOBODY)).doesNotContain(OVER);
        assertThat(apart()).isEmpty();

        end(HELD); // nothing comes back by a hold
        assertReadable(readAnew(), "october");
        assertThat(periods.apart()).isEmpty();
    }

    @Test
    void each_step_can_be_broken_off_and_repeated() {
        periods.end(List.of(OVER), HELD, NOTHING_YET, NOON);
        List<Document> first = apart();
        periods.end(List.of(OVER), HELD, NOTHING_YET, NOON);
        assertThat(apart()).isEqualTo(first);
        assertReadable(readAnew(), "a1", "a2", "october");

        Map<RetentionPeriod, Set<SubjectId>> said = Map.of(OVER, HELD);
        periods.end(List.of(OVER), NOBODY, said, NOON);
        periods.end(List.of(OVER), NOBODY, said, NOON);
        end(NOBODY);
        assertReadable(readAnew(), "october");
    }

    @Test
    void who_is_released_between_two_attempts_is_named_by_the_ending_and_goes_by_the_next() {
        periods.end(List.of(OVER), HELD, NOTHING_YET, NOON);

        end(NOBODY);
        assertThat(told).isEqualTo(Map.of(OVER, HELD));
        assertReadable(readAnew(), "a1", "a2", "october");
        assertThat(periods.live(NOVEMBER, NOBODY)).contains(OVER);

        end(NOBODY);
        assertReadable(readAnew(), "october");
        assertThat(periods.live(NOVEMBER, NOBODY)).doesNotContain(OVER);
    }

    @Test
    void a_node_that_has_not_heard_of_a_hold_destroys_nothing_that_another_has_just_set_apart() {
        StoredPeriods behind = periods(otherKeys());
        assertThat(periods.end(List.of(OVER), HELD, NOTHING_YET, NOON)).isEqualTo(HELD);

        assertThat(behind.end(List.of(OVER), NOBODY, NOTHING_YET, NOON)).isEqualTo(HELD);

        behind.scrub(List.of(OVER));
        assertReadable(readAnew(), "a1", "a2", "october");
    }

    @Test
    void what_was_set_apart_before_the_secret_went_is_no_reason_to_write_or_keep_more() {
        StoredPeriods elsewhere = periods(otherKeys());
        elsewhere.end(List.of(OVER), HELD, NOTHING_YET, NOON);
        elsewhere.end(List.of(OVER), Set.of(ANNA, BEN), NOTHING_YET, NOON); // held after it was too late

        assertReadable(readAnew(), "a1", "a2", "october");
    }

    @Test
    void only_who_was_held_before_the_secret_went_is_said_to_be_set_apart_also_by_another_attempt() {
        Set<SubjectId> both = Set.of(ANNA, BEN);
        assertThat(periods.end(List.of(OVER), HELD, NOTHING_YET, NOON)).isEqualTo(HELD);

        assertThat(periods(otherKeys()).end(List.of(OVER), both, NOTHING_YET, NOON))
                .isEqualTo(HELD);
        Map<RetentionPeriod, Set<SubjectId>> said = Map.of(OVER, HELD);
        assertThat(periods.end(List.of(OVER), Set.of(BEN), said, NOON)).isEmpty(); // she is held no more
        assertThat(periods.end(List.of(OVER), both, said, NOON)).isEmpty();
    }

    @Test
    void who_is_held_is_said_to_be_set_apart_also_where_they_did_nothing_then() {
        RetentionPeriod october = new RetentionPeriod(DataCategory.INTERACTION, YearMonth.of(2026, 10));
        assertThat(periods.end(List.of(october), Set.of(BEN), NOTHING_YET, NOON))
                .isEqualTo(Set.of(BEN));
    }

    @Test
    void it_goes_with_its_person() {
        end(HELD);

        StoredFences leaving = new StoredFences(
                keys,
                new StoredSubjects(keys, "a secret that names people".getBytes(StandardCharsets.UTF_8)),
                log::forgetOpened);
        leaving.raise(ANNA, some(), Regulation.GDPR, end(), NOON);
        leaving.scrub(List.of(ANNA));
        leaving.evict(ANNA);

        assertReadable(readAnew());
        assertThat(apart()).isEmpty();
        assertThat(periods.live(NOVEMBER, NOBODY)).doesNotContain(OVER);
    }

    @Test
    void a_part_of_it_can_go_and_the_rest_stays() {
        end(HELD);

        erase(some(), "a1");
        assertReadable(readAnew(), "a2", "october");
        erase(some(), "october");
        assertReadable(readAnew(), "a2");

        end(NOBODY);
        assertReadable(readAnew());
    }

    @Test
    void what_stayed_of_a_part_is_held_too() {
        erase(some(), "a1");

        end(HELD);
        assertReadable(readAnew(), "a2", "october");

        end(NOBODY);
        assertReadable(readAnew(), "october");
    }

    @Test
    void months_are_set_apart_for_as_many_as_are_held() {
        end(Set.of(ANNA, BEN));
        assertReadable(readAnew(), "a1", "a2", "october", "ben");
        assertThat(periods.apart()).isEqualTo(Map.of(OVER, 2L));

        end(Set.of(BEN));
        assertReadable(readAnew(), "october", "ben");
    }
}
