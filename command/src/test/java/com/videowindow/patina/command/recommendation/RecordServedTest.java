package com.videowindow.patina.command.recommendation;

import static com.videowindow.patina.command.People.ANNA;
import static com.videowindow.patina.command.People.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.command.RealLog;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.Stored;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.Contribution;
import com.videowindow.patina.domain.recommendation.RankingInputs;
import com.videowindow.patina.domain.recommendation.Reason;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.domain.recommendation.Weights;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordServedTest {

    private static RecommendationsServed served(LogPosition asOf, ContentId... because) {
        Reason reason = new Reason("watched-together", null, List.of(because), because.length);
        ServedItem item = new ServedItem(
                new ContentId("chest"), 1, 0.5, List.of(new Contribution("collaborative", 0.5)), List.of(reason));
        return new RecommendationsServed(
                new RecommendationId(UUID.fromString("0192f0c1-0000-7000-8000-0000000000ff")),
                ANNA,
                Algorithm.HYBRID,
                new ModelVersion("none"),
                asOf,
                List.of(Purpose.PERSONALIZATION),
                null,
                "home",
                new RankingInputs(
                        new Weights(0.4, 0.6, 0.1, 0.03, 0.04, 0.06),
                        1,
                        List.of(),
                        List.of(),
                        LogPosition.START,
                        LogPosition.START,
                        LogPosition.START,
                        null,
                        7,
                        null),
                List.of(item),
                NOON);
    }

    @Test
    void a_served_list_is_kept_once_however_often_the_queue_delivers_it(@TempDir Path folder) {
        RecommendationsServed served = served(LogPosition.START);
        try (RealLog log = RealLog.in(folder)) {
            ServedLists lists = new ServedLists(log.facts(), subject -> LogPosition.START);
            Stored first = lists.handle(new RecordServed(List.of(served))).getFirst();
            Stored again = lists.handle(new RecordServed(List.of(served))).getFirst();

            assertThat(again).isEqualTo(new Stored(first.position(), true));
            assertThat(log.about(ANNA)).containsExactly(served);
        }
    }

    /** It waited while a part was taken out, and nobody looks for it any more: what it rests on must not come with it. */
    @Test
    void a_list_that_rests_on_what_was_taken_out_since_is_not_kept(@TempDir Path folder) {
        LogPosition taken = new LogPosition(40);
        ContentId stool = new ContentId("stool");
        try (RealLog log = RealLog.in(folder)) {
            ServedLists lists = new ServedLists(log.facts(), subject -> taken);

            assertThat(lists.handle(new RecordServed(List.of(served(new LogPosition(39), stool)))))
                    .isEmpty();
            assertThat(log.about(ANNA)).isEmpty();
            assertThat(lists.handle(new RecordServed(List.of(served(taken, stool)))))
                    .as("made after it")
                    .hasSize(1);
        }
    }

    @Test
    void a_list_that_rests_on_nothing_is_kept(@TempDir Path folder) {
        try (RealLog log = RealLog.in(folder)) {
            ServedLists lists = new ServedLists(log.facts(), subject -> new LogPosition(40));

            assertThat(lists.handle(new RecordServed(List.of(served(LogPosition.START)))))
                    .hasSize(1);
        }
    }
}
