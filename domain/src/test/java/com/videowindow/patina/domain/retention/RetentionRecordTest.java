package com.videowindow.patina.domain.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.DataCategory;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RetentionRecordTest {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final SubjectId ANNA = SubjectId.of("00000000-0000-4000-8000-00000000000a");
    private static final SubjectId BEN = SubjectId.of("00000000-0000-4000-8000-00000000000b");
    private static final RetentionPeriod MAY = new RetentionPeriod(DataCategory.INTERACTION, YearMonth.of(2024, 5));
    private static final RetentionPeriod JUNE = new RetentionPeriod(DataCategory.INTERACTION, YearMonth.of(2024, 6));
    private static final EndingId FIRST = new EndingId(new UUID(0, 1));
    private static final EndingId SECOND = new EndingId(new UUID(0, 2));

    private static RetentionRecord after(RetentionEvent... events) {
        RetentionRecord now = RetentionRecord.NONE;
        for (RetentionEvent event : events) {
            now = now.after(event);
        }
        return now;
    }

    @Test
    void who_is_set_apart_is_known_once_an_ending_has_said_it_and_of_the_months_of_that_one() {
        EndingStarted start = new EndingStarted(FIRST, 0, List.of(MAY), null, NOON);
        assertThat(after(start).apart()).isEqualTo(Map.of(MAY, Set.of()));

        PeriodsEnded ended = new PeriodsEnded(FIRST, List.of(MAY), List.of(ANNA), LogPosition.START, NOON);
        EndingStarted next = new EndingStarted(SECOND, 0, List.of(JUNE, MAY), null, NOON);
        PeriodsEnded too = new PeriodsEnded(SECOND, List.of(JUNE, MAY), List.of(BEN), LogPosition.START, NOON);
        assertThat(after(start, ended, new EndingCompleted(FIRST, NOON), next).apart())
                .isEqualTo(Map.of(MAY, Set.of(ANNA), JUNE, Set.of()));
        assertThat(after(start, ended, new EndingCompleted(FIRST, NOON), next, too)
                        .apart())
                .isEqualTo(Map.of(MAY, Set.of(ANNA, BEN), JUNE, Set.of(BEN)));
    }
}
