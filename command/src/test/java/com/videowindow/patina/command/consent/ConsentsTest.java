package com.videowindow.patina.command.consent;

import static com.videowindow.patina.command.People.ANNA;
import static com.videowindow.patina.command.People.ANNA_ALLOWED_PERSONALIZATION;
import static com.videowindow.patina.command.People.NOON;
import static com.videowindow.patina.command.People.POLICY;
import static com.videowindow.patina.command.People.annaAllowedPersonalization;
import static com.videowindow.patina.command.People.annaWithdrewPersonalization;

import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.privacy.Forgotten;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ConsentsTest {

    private static final PolicyVersion NEXT_POLICY = new PolicyVersion("2");

    private final Set<SubjectId> leaving = new HashSet<>();
    private final FixtureConfiguration<Consents> consents =
            new AggregateTestFixture<>(Consents.class).registerInjectableResource(new Leavers(leaving));

    @Test
    void a_first_consent_is_recorded() {
        consents.givenNoPriorActivity()
                .when(new GiveConsent(ANNA, Purpose.PERSONALIZATION, POLICY, Channel.WEB, NOON))
                .expectEvents(annaAllowedPersonalization(NOON));
    }

    @Test
    void who_asked_to_be_erased_allows_nothing_new() {
        leaving.add(ANNA);
        consents.givenNoPriorActivity()
                .when(new GiveConsent(ANNA, Purpose.PERSONALIZATION, POLICY, Channel.WEB, NOON))
                .expectException(Refused.class)
                .expectNoEvents();
    }

    @Test
    void giving_the_same_consent_again_changes_nothing() {
        consents.given(ANNA_ALLOWED_PERSONALIZATION)
                .when(new GiveConsent(ANNA, Purpose.PERSONALIZATION, POLICY, Channel.IOS, NOON))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void consent_to_a_new_policy_is_recorded() {
        consents.given(ANNA_ALLOWED_PERSONALIZATION)
                .when(new GiveConsent(ANNA, Purpose.PERSONALIZATION, NEXT_POLICY, Channel.WEB, NOON))
                .expectEvents(new ConsentGiven(ANNA, Purpose.PERSONALIZATION, NEXT_POLICY, Channel.WEB, NOON));
    }

    @Test
    void a_forgotten_choice_is_none() {
        consents.given(new Forgotten(ANNA, NOON), new Forgotten(ANNA, NOON))
                .when(new GiveConsent(ANNA, Purpose.PERSONALIZATION, POLICY, Channel.WEB, NOON))
                .expectEvents(annaAllowedPersonalization(NOON));
    }

    @Test
    void each_purpose_is_a_choice_of_its_own() {
        consents.given(ANNA_ALLOWED_PERSONALIZATION)
                .when(new GiveConsent(ANNA, Purpose.TRAINING, POLICY, Channel.WEB, NOON))
                .expectEvents(new ConsentGiven(ANNA, Purpose.TRAINING, POLICY, Channel.WEB, NOON));
    }

    @Test
    void a_withdrawal_is_recorded_once() {
        consents.given(ANNA_ALLOWED_PERSONALIZATION)
                .when(new WithdrawConsent(ANNA, Purpose.PERSONALIZATION, POLICY, Channel.WEB, NOON))
                .expectEvents(annaWithdrewPersonalization(NOON));
        new AggregateTestFixture<>(Consents.class)
                .given(ANNA_ALLOWED_PERSONALIZATION, annaWithdrewPersonalization(NOON))
                .when(new WithdrawConsent(ANNA, Purpose.PERSONALIZATION, POLICY, Channel.WEB, NOON.plusSeconds(1)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void saying_no_without_ever_having_said_yes_is_recorded_once() {
        consents.givenNoPriorActivity()
                .when(new WithdrawConsent(ANNA, Purpose.PERSONALIZATION, POLICY, Channel.WEB, NOON))
                .expectEvents(annaWithdrewPersonalization(NOON));
        new AggregateTestFixture<>(Consents.class)
                .given(annaWithdrewPersonalization(NOON))
                .when(new WithdrawConsent(ANNA, Purpose.PERSONALIZATION, POLICY, Channel.WEB, NOON.plusSeconds(1)))
                .expectNoEvents();
    }

    @Test
    void consent_may_be_given_again_after_a_withdrawal() {
        consents.given(ANNA_ALLOWED_PERSONALIZATION, annaWithdrewPersonalization(NOON.minusSeconds(9)))
                .when(new GiveConsent(ANNA, Purpose.PERSONALIZATION, POLICY, Channel.WEB, NOON))
                .expectEvents(annaAllowedPersonalization(NOON));
    }
}
