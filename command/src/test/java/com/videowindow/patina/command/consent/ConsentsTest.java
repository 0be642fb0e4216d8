package com.videowindow.patina.command.consent;

import static com.videowindow.patina.command.People.ANNA;
import static com.videowindow.patina.command.People.ANNA_ALLOWED_PERSONALIZATION;
import static com.videowindow.patina.command.People.NOON;
import static com.videowindow.patina.command.People.POLICY;
import static com.videowindow.patina.command.People.annaWithdrewPersonalization;

import com.videowindow.patina.command.consent.ConsentCommand.GiveConsent;
import com.videowindow.patina.command.consent.ConsentCommand.InvalidateConsent;
import com.videowindow.patina.command.consent.ConsentCommand.RevokeConsent;
import com.videowindow.patina.command.consent.ConsentCommand.WithdrawConsent;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.ConsentExpired;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ConsentInvalidated;
import com.videowindow.patina.domain.consent.ConsentRefused;
import com.videowindow.patina.domain.consent.ConsentRevoked;
import com.videowindow.patina.domain.consent.ConsentWithdrawn;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.ControlChanged;
import com.videowindow.patina.domain.consent.Evidence;
import com.videowindow.patina.domain.consent.NoticeId;
import com.videowindow.patina.domain.consent.NoticeShown;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.Leavers;
import com.videowindow.patina.domain.privacy.Forgotten;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ConsentsTest {

    private static final PolicyVersion NEXT_POLICY = new PolicyVersion("2");

    private final Published policies = new Published();
    private final Set<SubjectId> leaving = new HashSet<>();
    private final FixtureConfiguration<Consents> consents = fresh();

    private static ConsentGiven given(Purpose purpose, PolicyVersion policy) {
        return new ConsentGiven(ANNA, purpose, policy, Channel.WEB, NOON, Evidence.NONE, null);
    }

    @Test
    void a_first_consent_is_recorded() {
        consents.givenNoPriorActivity()
                .when(new GiveConsent(ANNA, Purpose.PERSONALIZATION, POLICY, Channel.WEB, Evidence.NONE, NOON))
                .expectEvents(given(Purpose.PERSONALIZATION, POLICY));
    }

    @Test
    void who_asked_to_be_erased_allows_nothing_new() {
        leaving.add(ANNA);
        consents.givenNoPriorActivity()
                .when(new GiveConsent(ANNA, Purpose.PERSONALIZATION, POLICY, Channel.WEB, Evidence.NONE, NOON))
                .expectException(Refused.class)
                .expectNoEvents();
    }

    @Test
    void giving_the_same_consent_again_changes_nothing() {
        consents.given(ANNA_ALLOWED_PERSONALIZATION)
                .when(new GiveConsent(ANNA, Purpose.PERSONALIZATION, POLICY, Channel.IOS, Evidence.NONE, NOON))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void consent_to_a_new_policy_is_recorded() {
        consents.given(ANNA_ALLOWED_PERSONALIZATION)
                .when(new GiveConsent(ANNA, Purpose.PERSONALIZATION, NEXT_POLICY, Channel.WEB, Evidence.NONE, NOON))
                .expectEvents(given(Purpose.PERSONALIZATION, NEXT_POLICY));
    }

    @Test
    void a_forgotten_choice_is_none() {
        consents.given(new Forgotten(ANNA, NOON), new Forgotten(ANNA, NOON))
                .when(new GiveConsent(ANNA, Purpose.PERSONALIZATION, POLICY, Channel.WEB, Evidence.NONE, NOON))
                .expectEvents(given(Purpose.PERSONALIZATION, POLICY));
    }

    @Test
    void each_purpose_is_a_choice_of_its_own() {
        consents.given(ANNA_ALLOWED_PERSONALIZATION)
                .when(new GiveConsent(ANNA, Purpose.TRAINING, POLICY, Channel.WEB, Evidence.NONE, NOON))
                .expectEvents(given(Purpose.TRAINING, POLICY));
    }

    @Test
    void a_withdrawal_is_recorded_once() {
        ConsentWithdrawn withdrawn =
                new ConsentWithdrawn(ANNA, Purpose.PERSONALIZATION, POLICY, Channel.WEB, NOON, Evidence.NONE);
        consents.given(ANNA_ALLOWED_PERSONALIZATION).when(no(NOON)).expectEvents(withdrawn);
        fresh().given(ANNA_ALLOWED_PERSONALIZATION, withdrawn)
                .when(no(NOON.plusSeconds(1)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void saying_no_without_ever_having_said_yes_is_a_refusal_and_recorded_once() {
        ConsentRefused refused =
                new ConsentRefused(ANNA, Purpose.PERSONALIZATION, POLICY, Channel.WEB, NOON, Evidence.NONE);
        consents.givenNoPriorActivity().when(no(NOON)).expectEvents(refused);
        fresh().given(refused).when(no(NOON.plusSeconds(1))).expectNoEvents();
    }

    private static WithdrawConsent no(Instant at) {
        return new WithdrawConsent(ANNA, Purpose.PERSONALIZATION, POLICY, Channel.WEB, Evidence.NONE, at);
    }

    private FixtureConfiguration<Consents> fresh() {
        return new AggregateTestFixture<>(Consents.class)
                .registerInjectableResource((Leavers) leaving::contains)
                .registerInjectableResource(policies);
    }

    @Test
    void consent_may_be_given_again_after_a_withdrawal() {
        consents.given(ANNA_ALLOWED_PERSONALIZATION, annaWithdrewPersonalization(NOON.minusSeconds(9)))
                .when(new GiveConsent(ANNA, Purpose.PERSONALIZATION, POLICY, Channel.WEB, Evidence.NONE, NOON))
                .expectEvents(given(Purpose.PERSONALIZATION, POLICY));
    }

    @Test
    void a_guardian_decides_for_minors_alone() {
        Evidence guardian = new Evidence(null, null, null, new Actor(Actor.Kind.GUARDIAN, ANNA));
        GiveConsent yes = new GiveConsent(ANNA, Purpose.TRAINING, POLICY, Channel.SUPPORT, guardian, NOON);
        consents.givenNoPriorActivity()
                .when(yes)
                .expectException(Refused.class)
                .expectExceptionMessage("NoMinor")
                .expectNoEvents();
        fresh().given(new ControlChanged(
                        ANNA,
                        Control.MINOR,
                        true,
                        ControlChanged.Origin.CHOICE,
                        Channel.SUPPORT,
                        NOON.minusSeconds(9),
                        null))
                .when(yes)
                .expectEvents(new ConsentGiven(ANNA, Purpose.TRAINING, POLICY, Channel.SUPPORT, NOON, guardian, null));
    }

    private static final Actor OFFICER = new Actor(Actor.Kind.OFFICER, ANNA);
    private static final CaseReference CASE = new CaseReference("c-1");
    private static final ConsentRevoked REVOKED =
            new ConsentRevoked(ANNA, Purpose.PERSONALIZATION, OFFICER, CASE, NOON.minusSeconds(5));

    /** Nothing is there to take back, and who ended it stays who ended it. */
    @Test
    void a_no_that_nobody_asked_for_leaves_what_has_ended_as_it_is() {
        ConsentExpired expired = new ConsentExpired(ANNA, Purpose.PERSONALIZATION, NOON.minusSeconds(5));
        ConsentInvalidated invalid =
                new ConsentInvalidated(ANNA, Purpose.PERSONALIZATION, OFFICER, CASE, NOON.minusSeconds(5));
        for (ConsentEvent end : List.of(REVOKED, expired, invalid)) {
            fresh().given(ANNA_ALLOWED_PERSONALIZATION, end)
                    .when(no(NOON))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }
    }

    @Test
    void who_is_asked_anew_and_says_no_refuses() {
        ConsentRefused refused =
                new ConsentRefused(ANNA, Purpose.PERSONALIZATION, POLICY, Channel.WEB, NOON, Evidence.NONE);
        NoticeShown asked = new NoticeShown(
                ANNA,
                Purpose.PERSONALIZATION,
                new NoticeId("n-1"),
                POLICY,
                null,
                Channel.WEB,
                null,
                NOON.minusSeconds(3));
        consents.given(ANNA_ALLOWED_PERSONALIZATION, REVOKED, asked)
                .when(no(NOON))
                .expectEvents(refused);
        fresh().given(ANNA_ALLOWED_PERSONALIZATION, REVOKED, asked, refused)
                .when(no(NOON.plusSeconds(1)))
                .expectNoEvents();
        fresh().given(ANNA_ALLOWED_PERSONALIZATION, asked, REVOKED)
                .when(no(NOON))
                .expectNoEvents();
        fresh().given(ANNA_ALLOWED_PERSONALIZATION, annaWithdrewPersonalization(NOON.minusSeconds(5)), asked)
                .when(no(NOON))
                .expectEvents(refused);
    }

    @Test
    void only_what_stands_is_revoked_and_only_what_stands_or_ran_out_is_invalidated() {
        RevokeConsent revoke = new RevokeConsent(ANNA, Purpose.PERSONALIZATION, OFFICER, CASE, NOON);
        InvalidateConsent invalidate = new InvalidateConsent(ANNA, Purpose.PERSONALIZATION, OFFICER, CASE, NOON);
        ConsentInvalidated invalid = new ConsentInvalidated(ANNA, Purpose.PERSONALIZATION, OFFICER, CASE, NOON);
        ConsentEvent withdrawn = annaWithdrewPersonalization(NOON.minusSeconds(5));
        for (Object decision : List.of(revoke, invalidate)) {
            fresh().given(ANNA_ALLOWED_PERSONALIZATION, withdrawn)
                    .when(decision)
                    .expectExceptionMessage("NothingToEnd");
        }
        fresh().given(ANNA_ALLOWED_PERSONALIZATION, REVOKED).when(revoke).expectNoEvents();
        fresh().given(ANNA_ALLOWED_PERSONALIZATION, REVOKED).when(invalidate).expectExceptionMessage("NothingToEnd");
        fresh().given(ANNA_ALLOWED_PERSONALIZATION, new ConsentExpired(ANNA, Purpose.PERSONALIZATION, NOON))
                .when(invalidate)
                .expectEvents(invalid);
        fresh().given(ANNA_ALLOWED_PERSONALIZATION, invalid)
                .when(invalidate)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
