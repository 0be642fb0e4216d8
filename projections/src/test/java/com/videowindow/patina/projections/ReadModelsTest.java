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
import static com.videowindow.patina.projections.People.withdraws;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.ContentRestored;
import com.videowindow.patina.domain.catalog.ContentRetired;
import com.videowindow.patina.domain.consent.ConsentStatus;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.query.catalog.PastCatalog;
import com.videowindow.patina.query.consent.ConsentChoices;
import com.videowindow.patina.query.consent.ConsentLedger;
import com.videowindow.patina.query.consent.PastConsents;
import com.videowindow.patina.query.feedback.FeedbackHistories;
import com.videowindow.patina.query.interaction.Histories;
import com.videowindow.patina.query.interaction.InteractionPage;
import com.videowindow.patina.query.interaction.PastInteraction;
import com.videowindow.patina.query.interest.InterestProfiles;
import com.videowindow.patina.query.interest.PastProfiles;
import com.videowindow.patina.query.recommendation.Trails;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadModelsTest extends OneNode {
    @Test
    void a_profile_holds_what_its_person_did_up_to_the_position_it_names() {
        LogPosition last = log.append(published(DOVETAILS), finishes(ANNA, DOVETAILS, 0), finishes(ANNA, DOVETAILS, 1));
        node.caughtUp();
        InterestProfiles.Found found = node.the(InterestProfiles.class).find(ANNA);
        assertThat(found.position()).isEqualTo(last);
        assertThat(found.remembered()).isFalse();
        assertThat(found.state()).isNotNull().satisfies(state -> assertThat(state.recent())
                .hasSize(2));
    }

    @Test
    void a_profile_can_be_derived_as_it_was_after_every_event() {
        List<DomainEvent> events = List.of(
                published(DOVETAILS),
                finishes(ANNA, DOVETAILS, 0),
                finishes(BERT, DOVETAILS, 1),
                likes(ANNA, DOVETAILS, 2),
                withdraws(ANNA, Purpose.PERSONALIZATION),
                finishes(ANNA, SPOONS, 3));
        for (DomainEvent event : events) {
            LogPosition position = log.append(event);
            node.caughtUp();
            assertThat(node.the(PastProfiles.class).of(ANNA, position).state())
                    .isEqualTo(node.the(InterestProfiles.class).find(ANNA).state());
        }

        PastProfiles past = node.the(PastProfiles.class);
        assertThat(past.of(ANNA, new LogPosition(0)).state()).isNull();
        assertThat(past.of(ANNA, new LogPosition(1)).state())
                .satisfies(state -> assertThat(state.recent()).hasSize(1));
        assertThat(past.of(ANNA, new LogPosition(3)).state()).matches(ProfileState::knowsSomething);
        assertThat(past.of(ANNA, new LogPosition(4)).state()).matches(state -> !state.knowsSomething());
        assertThat(node.the(PastCatalog.class).content(DOVETAILS, new LogPosition(0)))
                .isPresent();
        assertThat(node.the(PastConsents.class)
                        .of(ANNA, new LogPosition(3), NOON)
                        .choices()
                        .choices())
                .containsExactlyElementsOf(
                        Purpose.OWN.stream().map(ConsentChoices.Choice::none).toList());
        assertThat(node.the(PastConsents.class)
                        .of(ANNA, new LogPosition(5), NOON)
                        .choices()
                        .choices())
                .filteredOn(choice -> choice.status() == ConsentStatus.WITHDRAWN)
                .singleElement()
                .matches(choice -> !choice.granted());
    }

    @Test
    void a_person_without_events_has_no_profile() {
        assertThat(node.the(InterestProfiles.class).find(BERT).state()).isNull();
    }

    @Test
    void withdrawing_personalization_clears_the_profile() {
        log.append(finishes(ANNA, DOVETAILS, 0), withdraws(ANNA, Purpose.PERSONALIZATION));
        node.caughtUp();
        InterestProfiles.Found found = node.the(InterestProfiles.class).find(ANNA);
        assertThat(found.state()).isNotNull().matches(state -> !state.knowsSomething());
        assertThat(found.position().value()).isEqualTo(1);
    }

    @Test
    void a_history_is_paged_newest_first_with_titles() {
        log.append(published(SPOONS));
        log.append(IntStream.range(0, 25)
                .mapToObj(minute -> finishes(ANNA, SPOONS, minute))
                .toList());
        log.append(finishes(BERT, SPOONS, 99));
        node.caughtUp();
        InteractionPage first = node.the(Histories.class).page(ANNA, null, 20);
        InteractionPage second = node.the(Histories.class).page(ANNA, first.next(), 20);
        assertThat(first.items()).hasSize(20);
        assertThat(second.items()).hasSize(5);
        assertThat(second.next()).isNull();
        assertThat(first.items()).extracting(PastInteraction::title).containsOnly("All about spoons");
        assertThat(first.items().getFirst().at())
                .isAfter(second.items().getFirst().at());
    }

    @Test
    void feedback_is_listed_to_its_author_at_once() {
        log.append(likes(ANNA, SPOONS, 1), likes(BERT, SPOONS, 2));
        node.caughtUp();
        assertThat(node.the(FeedbackHistories.class).page(ANNA, null, 10).items())
                .hasSize(1);
        log.append(likes(ANNA, DOVETAILS, 3));
        node.caughtUp();
        assertThat(node.the(FeedbackHistories.class).page(ANNA, null, 10).items())
                .hasSize(2);
    }

    @Test
    void a_trail_is_found_by_the_person_it_was_served_to_only() {
        RecommendationId list = new RecommendationId(new UUID(0x7000, 1));
        log.append(served(ANNA, list));
        node.caughtUp();
        assertThat(node.the(Trails.class).find(ANNA, list)).contains(served(ANNA, list));
        assertThat(node.the(Trails.class).find(BERT, list)).isEmpty();
    }

    @Test
    void retired_content_stays_in_the_catalogue_and_says_so() {
        log.append(published(SPOONS), published(DOVETAILS), new ContentRetired(SPOONS, People.NOON));
        node.caughtUp();
        assertThat(node.documents("catalog").get("content:spoons")).contains("\"retired\":true", "All about spoons");
        assertThat(node.documents("catalog").get("content:dovetails")).contains("\"retired\":false");
        log.append(new ContentRestored(SPOONS, People.NOON));
        node.caughtUp();
        assertThat(node.documents("catalog").get("content:spoons")).contains("\"retired\":false");
    }

    @Test
    void the_ledger_tells_the_newest_choice_for_each_purpose() {
        log.append(
                allows(ANNA, Purpose.PERSONALIZATION),
                allows(ANNA, Purpose.TRAINING),
                withdraws(ANNA, Purpose.TRAINING));
        node.caughtUp();
        assertThat(node.the(ConsentLedger.class).of(ANNA, NOON).choices())
                .extracting(choice -> choice.purpose() + " " + choice.granted() + " " + choice.term())
                .containsExactly(
                        "personalization true dpv:ConsentGiven",
                        "training false dpv:ConsentWithdrawn",
                        "analytics false dpv:ConsentUnknown",
                        "experiments false dpv:ConsentUnknown");
    }
}
