package com.videowindow.patina.projections;

import static com.videowindow.patina.projections.People.ANNA;
import static com.videowindow.patina.projections.People.SPOONS;
import static com.videowindow.patina.projections.People.finishes;
import static com.videowindow.patina.projections.People.published;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.ProjectionProgress;
import com.videowindow.patina.embedded.SharedElasticsearch;
import com.videowindow.patina.projections.store.ReadSide;
import com.videowindow.patina.query.interest.InterestProfiles;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TwoNodesTest {
    @Test
    void whoever_waits_on_a_node_that_projects_nothing_is_let_go_by_the_one_that_does() {
        try (OpenLog log = new OpenLog();
                Node working = Node.on(log, SharedElasticsearch.uri())) {
            Elastic.empty(working.the(ReadSide.class));
            log.append(published(SPOONS));
            working.caughtUp();
            log.tokensAreTakenFromNowOn();
            try (Node idle = Node.on(log, SharedElasticsearch.uri())) {
                LogPosition position = log.append(finishes(ANNA, SPOONS, 1));
                ProjectionProgress progress = idle.the(ProjectionProgress.class);
                assertThat(progress.await(Set.of("interest-profiles", "catalog"), position, Duration.ofSeconds(20)))
                        .isTrue();
                assertThat(progress.all())
                        .filteredOn(status -> status.name().equals("interest-profiles"))
                        .allMatch(status -> status.segments() == 0 && status.lagEvents() == 0);
                assertThat(idle.the(InterestProfiles.class).find(ANNA).position())
                        .isEqualTo(position);
            }
        }
    }
}
