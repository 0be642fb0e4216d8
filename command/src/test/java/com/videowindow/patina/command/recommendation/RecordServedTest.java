package com.videowindow.patina.command.recommendation;

import static com.videowindow.patina.command.People.ANNA;
import static com.videowindow.patina.command.People.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.command.RealLog;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.Stored;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.RankingInputs;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.recommendation.Weights;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordServedTest {

    @Test
    void a_served_list_is_kept_once_however_often_the_queue_delivers_it(@TempDir Path folder) {
        RecommendationsServed served = new RecommendationsServed(
                new RecommendationId(UUID.fromString("0192f0c1-0000-7000-8000-0000000000ff")),
                ANNA,
                Algorithm.HYBRID,
                new ModelVersion("none"),
                LogPosition.START,
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
                        7),
                List.of(),
                NOON);
        try (RealLog log = RealLog.in(folder)) {
            ServedLists lists = new ServedLists(log.facts());
            Stored first = lists.handle(new RecordServed(List.of(served))).getFirst();
            Stored again = lists.handle(new RecordServed(List.of(served))).getFirst();

            assertThat(again).isEqualTo(new Stored(first.position(), true));
            assertThat(log.about(ANNA)).containsExactly(served);
        }
    }
}
