package com.videowindow.patina.projections;

import static com.videowindow.patina.projections.People.ANNA;
import static com.videowindow.patina.projections.People.BERT;
import static com.videowindow.patina.projections.People.DOVETAILS;
import static com.videowindow.patina.projections.People.SPOONS;
import static com.videowindow.patina.projections.People.allows;
import static com.videowindow.patina.projections.People.finishes;
import static com.videowindow.patina.projections.People.published;
import static com.videowindow.patina.projections.People.views;
import static com.videowindow.patina.projections.People.withdraws;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.erasure.Unlearning;
import com.videowindow.patina.domain.erasure.Unlearning.Unlearned;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.query.recommendation.Crowd;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everybody teaches is learned anew without whoever is erased as soon as it is asked for. */
class UnlearningTest {
    private static final ContentId BOWL = new ContentId("bowl");

    private final SealedLog log = new SealedLog();
    private final Node node = Node.on(log, Elastic.emptied());
    private final Crowd crowd = node.the(Crowd.class);
    private final Unlearning unlearning = node.the(Unlearning.class);

    @AfterEach
    void close() {
        node.close();
        log.close();
    }

    @BeforeEach
    void anna_makes_something_popular_and_leaves() {
        log.append(published(SPOONS), published(DOVETAILS), published(BOWL));
        log.append(allows(ANNA, Purpose.TRAINING), allows(BERT, Purpose.TRAINING));
        log.append(finishes(ANNA, SPOONS, 1), finishes(ANNA, DOVETAILS, 2), finishes(BERT, DOVETAILS, 3));
        log.append(views(ANNA, BOWL, 0.2, 4));
        unlearning.unlearn(log.head());
        assertThat(crowd.trending().share(SPOONS)).isPositive();
        assertThat(crowd.trending().doubt(BOWL)).isLessThan(1);
        assertThat(crowd.sessions().size()).isEqualTo(2);
        assertThat(crowd.coOccurrence().numberOf(SPOONS)).isNotNegative();
        log.erase(ANNA);
    }

    @Test
    void nothing_of_them_is_in_force_when_it_is_done() {
        ModelVersion hers = crowd.learned().version();
        LogPosition erased = log.head();

        Unlearned unlearned = unlearning.unlearn(erased);

        assertThat(unlearned).isEqualTo(new Unlearned(hers, crowd.learned().version()));
        assertThat(unlearned.now().value()).isEqualTo("cooccurrence@" + erased.value());
        assertThat(crowd.trending().share(SPOONS)).isZero();
        assertThat(crowd.trending().doubt(SPOONS)).isEqualTo(1);
        assertThat(crowd.trending().doubt(BOWL)).as("met and not liked").isEqualTo(1);
        assertThat(crowd.coOccurrence().numberOf(SPOONS)).isNegative();
        assertThat(crowd.trending().share(DOVETAILS)).isPositive();
    }

    /** Unlike what is learned, what people did is not waited for. */
    @Test
    void what_they_did_is_in_no_session_as_soon_as_it_is_heard_of() {
        Awaitility.await().until(() -> crowd.sessions().size() == 1);

        log.append(withdraws(BERT, Purpose.TRAINING));
        Awaitility.await().until(() -> crowd.sessions().size() == 0);
    }

    @Test
    void asked_again_it_is_the_same() {
        Unlearned unlearned = unlearning.unlearn(log.head());

        assertThat(unlearning.unlearn(log.head())).isEqualTo(unlearned);
    }
}
