package com.videowindow.patina.command.interest;

import static com.videowindow.patina.command.People.ANNA;
import static com.videowindow.patina.command.People.ANNA_ALLOWED_PERSONALIZATION;
import static com.videowindow.patina.command.People.BEN;
import static com.videowindow.patina.command.People.NOON;
import static com.videowindow.patina.command.People.annaAllowedPersonalization;
import static com.videowindow.patina.command.People.annaWithdrewPersonalization;

import com.videowindow.patina.command.RefusedWith;
import com.videowindow.patina.command.consent.ConsentCheck;
import com.videowindow.patina.command.consent.WhatIsConsented;
import com.videowindow.patina.domain.Refusal;
import com.videowindow.patina.domain.Refusal.ConsentMissing;
import com.videowindow.patina.domain.Refusal.Outdated;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.domain.interest.Preferences;
import com.videowindow.patina.domain.interest.PreferencesStated;
import com.videowindow.patina.domain.interest.StatedInterest;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

class StatedPreferencesTest {

    private static final Preferences LIKES_DOVETAILS = likes("dovetail");
    private static final Preferences LIKES_CARVING = likes("carving");

    @Test
    void a_first_statement_is_revision_one() {
        allowed()
                .givenNoPriorActivity()
                .when(new StatePreferences(ANNA, LIKES_DOVETAILS, null, NOON))
                .expectResultMessagePayload(1L)
                .expectEvents(stated(LIKES_DOVETAILS, 1, NOON));
    }

    @Test
    void the_next_statement_replaces_it() {
        allowed()
                .given(stated(LIKES_DOVETAILS, 1, NOON))
                .when(new StatePreferences(ANNA, LIKES_CARVING, 1L, NOON.plusSeconds(5)))
                .expectResultMessagePayload(2L)
                .expectEvents(stated(LIKES_CARVING, 2, NOON.plusSeconds(5)));
    }

    @Test
    void the_same_statement_again_changes_nothing() {
        allowed()
                .given(stated(LIKES_DOVETAILS, 1, NOON))
                .when(new StatePreferences(ANNA, LIKES_DOVETAILS, null, NOON.plusSeconds(5)))
                .expectResultMessagePayload(1L)
                .expectNoEvents();
    }

    @Test
    void a_statement_on_something_read_too_long_ago_is_refused() {
        refused(
                allowed()
                        .given(stated(LIKES_DOVETAILS, 1, NOON), stated(LIKES_CARVING, 2, NOON))
                        .when(new StatePreferences(ANNA, LIKES_DOVETAILS, 1L, NOON)),
                new Outdated(1, 2));
    }

    @Test
    void expecting_a_statement_where_there_is_none_is_refused() {
        refused(
                allowed().givenNoPriorActivity().when(new StatePreferences(ANNA, LIKES_DOVETAILS, 3L, NOON)),
                new Outdated(3, 0));
    }

    @Test
    void nobody_states_preferences_without_consent() {
        refused(
                after(WhatIsConsented.after())
                        .givenNoPriorActivity()
                        .when(new StatePreferences(BEN, LIKES_DOVETAILS, null, NOON)),
                new ConsentMissing(Purpose.PERSONALIZATION));
    }

    @Test
    void after_a_withdrawal_and_a_new_consent_the_same_statement_is_news() {
        Instant before = NOON.minusSeconds(100);
        ConsentCheck again = WhatIsConsented.after(
                annaAllowedPersonalization(before),
                annaWithdrewPersonalization(NOON.minusSeconds(50)),
                annaAllowedPersonalization(NOON.minusSeconds(10)));

        after(again)
                .given(stated(LIKES_DOVETAILS, 1, before))
                .when(new StatePreferences(ANNA, LIKES_DOVETAILS, 1L, NOON))
                .expectResultMessagePayload(2L)
                .expectEvents(stated(LIKES_DOVETAILS, 2, NOON));
    }

    private static FixtureConfiguration<StatedPreferences> allowed() {
        return after(WhatIsConsented.after(ANNA_ALLOWED_PERSONALIZATION));
    }

    private static FixtureConfiguration<StatedPreferences> after(ConsentCheck consents) {
        return new AggregateTestFixture<>(StatedPreferences.class).registerInjectableResource(consents);
    }

    private static void refused(ResultValidator<StatedPreferences> result, Refusal refusal) {
        result.expectNoEvents().expectException(RefusedWith.the(refusal));
    }

    private static PreferencesStated stated(Preferences preferences, long revision, Instant at) {
        return new PreferencesStated(ANNA, preferences, revision, at);
    }

    private static Preferences likes(String technique) {
        Facet facet = new Facet(FacetKind.TECHNIQUE, technique);
        return new Preferences(List.of(new StatedInterest(facet, 1)), List.of(), List.of(), null);
    }
}
