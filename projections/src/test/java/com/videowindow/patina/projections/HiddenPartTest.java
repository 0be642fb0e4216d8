package com.videowindow.patina.projections;

import static com.videowindow.patina.projections.People.ANNA;
import static com.videowindow.patina.projections.People.BERT;
import static com.videowindow.patina.projections.People.DOVETAILS;
import static com.videowindow.patina.projections.People.NOON;
import static com.videowindow.patina.projections.People.SPOONS;
import static com.videowindow.patina.projections.People.allows;
import static com.videowindow.patina.projections.People.finishes;
import static com.videowindow.patina.projections.People.likes;
import static com.videowindow.patina.projections.People.published;
import static com.videowindow.patina.projections.People.served;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.ReplayStatus.State;
import com.videowindow.patina.domain.audit.Replays;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.part.PartErasureCancelled;
import com.videowindow.patina.domain.part.PartErasureRequested;
import com.videowindow.patina.domain.part.PartHidden;
import com.videowindow.patina.domain.part.PartPurge;
import com.videowindow.patina.domain.part.Places;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.query.feedback.FeedbackHistories;
import com.videowindow.patina.query.interaction.Histories;
import com.videowindow.patina.query.interest.InterestProfiles;
import com.videowindow.patina.query.recommendation.Crowd;
import com.videowindow.patina.query.recommendation.Trails;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody wants erased is left out everywhere from when it was found, as if it had never been, until it is taken back. */
class HiddenPartTest extends OneNode {
    private static final ErasureId PART = ErasureId.of("00000000-0000-4000-8000-0000000000e1");
    private static final Actor SELF = new Actor(Actor.Kind.SUBJECT, ANNA);
    private static final RecommendationId LIST = new RecommendationId(new UUID(0x7000, 1));

    private final InteractionRecorded stays = finishes(ANNA, DOVETAILS, 1);
    private Set<LogPosition> gone = Set.of();

    @BeforeEach
    void she_did_this_and_that() {
        log.append(published(SPOONS), published(DOVETAILS));
        log.append(allows(ANNA, Purpose.PERSONALIZATION), allows(ANNA, Purpose.TRAINING));
        log.append(allows(BERT, Purpose.PERSONALIZATION), allows(BERT, Purpose.TRAINING));
        LogPosition deed = log.append(finishes(ANNA, SPOONS, 0));
        log.append(stays);
        LogPosition judgement = log.append(likes(ANNA, SPOONS, 2));
        LogPosition list = log.append(served(ANNA, LIST));
        log.append(finishes(BERT, DOVETAILS, 3));
        gone = Set.of(deed, judgement, list);
        node.caughtUp();
    }

    private void hide() {
        log.append(new PartErasureRequested(PART, ANNA, SELF, Regulation.GDPR, NOON, NOON, null, NOON));
        log.append(new PartHidden(PART, ANNA, Places.of(gone), NOON));
        node.caughtUp();
    }

    @Test
    void profile_history_trails_and_crowd_are_as_if_it_had_never_been_and_go_on_from_there() {
        Crowd crowd = node.the(Crowd.class);
        await().until(() -> crowd.trending().share(SPOONS) > 0);
        double dovetails = crowd.trending().share(DOVETAILS);
        hide();

        assertThat(node.the(InterestProfiles.class).find(ANNA).state())
                .isEqualTo(new PreferenceModel().apply(null, stays));
        assertThat(node.the(Histories.class).page(ANNA, null, 10).items())
                .singleElement()
                .matches(deed -> DOVETAILS.equals(deed.contentId()));
        assertThat(node.the(FeedbackHistories.class).page(ANNA, null, 10).items())
                .isEmpty();
        assertThat(node.the(Trails.class).find(ANNA, LIST)).isEmpty();
        assertThat(node.the(Histories.class).page(BERT, null, 10).items()).hasSize(1);
        await().until(() ->
                crowd.trending().share(SPOONS) == 0 && crowd.trending().share(DOVETAILS) >= dovetails);

        InteractionRecorded later = finishes(ANNA, SPOONS, 9);
        log.append(later);
        node.caughtUp();
        assertThat(node.the(InterestProfiles.class).find(ANNA).state())
                .isEqualTo(new PreferenceModel().applyAll(null, List.of(stays, later)));
        assertThat(node.the(Histories.class).page(ANNA, null, 10).items()).hasSize(2);
    }

    @Test
    void a_rebuild_makes_the_same_and_one_that_was_under_way_too() {
        Replays replays = node.the(Replays.class);
        replays.start("meanwhile", "interest-profiles", NOON);
        hide();
        await().atMost(Node.PATIENCE)
                .until(() -> replays.find("meanwhile").orElseThrow().state() == State.COMPLETED);
        assertThat(node.the(InterestProfiles.class).find(ANNA).state())
                .isEqualTo(new PreferenceModel().apply(null, stays));

        replays.start("again", "interest-profiles", NOON);
        await().atMost(Node.PATIENCE)
                .until(() -> replays.find("again").orElseThrow().state() == State.COMPLETED);
        assertThat(replays.find("again").orElseThrow().outcome()).contains("identical field by field");
    }

    @Test
    void what_is_taken_back_is_there_again() {
        ProfileState before = node.the(InterestProfiles.class).find(ANNA).state();
        assertThat(node.the(PartPurge.class).remains(ANNA, gone))
                .containsEntry("interactions", 1L)
                .containsEntry("feedback", 1L)
                .containsEntry("trails", 1L)
                .containsEntry("orders", 0L);
        assertThat(node.the(PartPurge.class).remains(BERT, gone).values()).containsOnly(0L);
        hide();
        log.append(new PartErasureCancelled(PART, ANNA, SELF, NOON));
        node.caughtUp();

        assertThat(node.the(InterestProfiles.class).find(ANNA).state()).isEqualTo(before);
        assertThat(node.the(Histories.class).page(ANNA, null, 10).items()).hasSize(2);
        assertThat(node.the(Trails.class).find(ANNA, LIST)).isPresent();
    }
}
