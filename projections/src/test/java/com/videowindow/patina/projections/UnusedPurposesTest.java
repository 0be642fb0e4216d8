package com.videowindow.patina.projections;

import static com.videowindow.patina.domain.privacy.ProcessingPurpose.ANALYTICS;
import static com.videowindow.patina.domain.privacy.ProcessingPurpose.EXPERIMENTS;
import static com.videowindow.patina.domain.privacy.ProcessingPurpose.PERSONALIZATION;
import static com.videowindow.patina.domain.privacy.ProcessingPurpose.TRAINING;
import static com.videowindow.patina.projections.People.ANNA;
import static com.videowindow.patina.projections.People.allows;
import static com.videowindow.patina.projections.People.withdraws;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.ConsentExpired;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.retention.IdlePurposes;
import com.videowindow.patina.embedded.SharedElasticsearch;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** For which uses nothing has to be kept, since nobody allows them. */
class UnusedPurposesTest {
    private static final SubjectId BEN = SubjectId.of("0192f0c1-0000-7000-8000-0000000000be");

    private final SealedLog log = new SealedLog();
    private final Node node = Node.on(log, SharedElasticsearch.uri());

    @AfterEach
    void close() {
        node.close();
        log.close();
    }

    private Set<ProcessingPurpose> after(DomainEvent... events) {
        log.append(events);
        node.caughtUp();
        return node.the(IdlePurposes.class).now();
    }

    @Test
    void a_use_is_idle_until_somebody_allows_it_and_again_once_nobody_does() {
        assertThat(after(allows(ANNA, Purpose.PERSONALIZATION), allows(BEN, Purpose.PERSONALIZATION)))
                .containsExactlyInAnyOrder(TRAINING, ANALYTICS, EXPERIMENTS);
        assertThat(after(allows(ANNA, Purpose.ANALYTICS))).containsExactlyInAnyOrder(TRAINING, EXPERIMENTS);
        assertThat(after(withdraws(ANNA, Purpose.PERSONALIZATION))).doesNotContain(PERSONALIZATION);
        assertThat(after(withdraws(BEN, Purpose.PERSONALIZATION))).contains(PERSONALIZATION);
        log.erase(ANNA);
        assertThat(after()).contains(ANALYTICS);
    }

    @Test
    void what_ran_out_is_asked_for_anew_and_so_far_not_idle() {
        after(allows(ANNA, Purpose.ANALYTICS));
        assertThat(after(new ConsentExpired(ANNA, Purpose.ANALYTICS, Instant.now())))
                .doesNotContain(ANALYTICS);
    }
}
