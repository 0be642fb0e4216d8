package com.videowindow.patina.command.consent;

import static com.videowindow.patina.command.People.ANNA;
import static com.videowindow.patina.command.People.BEN;
import static com.videowindow.patina.command.People.NOON;
import static com.videowindow.patina.command.People.annaAllowedPersonalization;
import static com.videowindow.patina.command.People.annaWithdrewPersonalization;
import static com.videowindow.patina.domain.consent.Purpose.PERSONALIZATION;
import static com.videowindow.patina.domain.consent.Purpose.TRAINING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.videowindow.patina.command.consent.ConsentCheck.Permission;
import com.videowindow.patina.domain.Refusal.ConsentMissing;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ObjectionRaised;
import com.videowindow.patina.domain.consent.ObjectionSettled;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.ProcessingRestricted;
import com.videowindow.patina.domain.consent.RestrictionGround;
import com.videowindow.patina.domain.consent.RestrictionLifted;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConsentCheckTest {
    private static final Actor OFFICER = new Actor(Actor.Kind.OFFICER, BEN);
    private static final CaseReference CASE = new CaseReference("c-1");
    private static final Instant LATER = NOON.plusSeconds(3600);

    @Test
    void nobody_allows_anything_before_they_said_so() {
        assertThat(WhatIsConsented.after().ask(BEN, PERSONALIZATION, LATER).isGiven())
                .isFalse();
    }

    @Test
    void a_consent_allows_its_own_purpose_of_its_own_person() {
        ConsentCheck consents = WhatIsConsented.after(annaAllowedPersonalization(NOON));

        assertThat(consents.ask(ANNA, PERSONALIZATION, LATER).isGiven()).isTrue();
        assertThat(consents.ask(ANNA, TRAINING, LATER).isGiven()).isFalse();
        assertThat(consents.ask(BEN, PERSONALIZATION, LATER).isGiven()).isFalse();
    }

    @Test
    void a_withdrawal_holds_from_the_next_question_on() {
        ConsentCheck consents =
                WhatIsConsented.after(annaAllowedPersonalization(NOON), annaWithdrewPersonalization(NOON));

        assertThat(consents.ask(ANNA, PERSONALIZATION, LATER).isGiven()).isFalse();
    }

    @Test
    void agreeing_to_a_new_policy_does_not_break_a_permission() {
        ConsentCheck consents = WhatIsConsented.after(
                annaAllowedPersonalization(NOON),
                new ConsentGiven(ANNA, PERSONALIZATION, new PolicyVersion("2"), Channel.WEB, NOON.plusSeconds(60)));

        assertThat(consents.ask(ANNA, PERSONALIZATION, LATER).since()).contains(NOON);
    }

    @Test
    void a_permission_after_a_withdrawal_begins_anew() {
        ConsentCheck consents = WhatIsConsented.after(
                annaAllowedPersonalization(NOON),
                annaWithdrewPersonalization(NOON.plusSeconds(1)),
                annaAllowedPersonalization(NOON.plusSeconds(2)));

        assertThat(consents.ask(ANNA, PERSONALIZATION, LATER).since()).contains(NOON.plusSeconds(2));
    }

    @Test
    void what_happened_while_something_stood_against_it_is_not_allowed_by_what_is_said_later() {
        Instant again = NOON.plusSeconds(2);
        for (List<ConsentEvent> against : List.<List<ConsentEvent>>of(
                List.of(annaWithdrewPersonalization(NOON.plusSeconds(1)), annaAllowedPersonalization(again)),
                List.of(
                        new ProcessingRestricted(
                                ANNA, PERSONALIZATION, OFFICER, RestrictionGround.CLAIMS, null, NOON.plusSeconds(1)),
                        new RestrictionLifted(ANNA, PERSONALIZATION, OFFICER, null, again)),
                List.of(
                        new ObjectionRaised(ANNA, PERSONALIZATION, OFFICER, null, NOON.plusSeconds(1)),
                        new ObjectionSettled(ANNA, PERSONALIZATION, OFFICER, CASE, again)))) {
            ConsentCheck consents =
                    WhatIsConsented.after(Stream.concat(Stream.of(annaAllowedPersonalization(NOON)), against.stream())
                            .toArray(ConsentEvent[]::new));
            Permission permission = consents.ask(ANNA, PERSONALIZATION, LATER);

            assertThat(permission.isGivenFor(again)).isTrue();
            assertThat(permission.isGivenFor(again.minusNanos(1))).isFalse();
        }
    }

    @Test
    void a_first_consent_covers_what_a_client_kept_until_then() {
        ConsentCheck consents = WhatIsConsented.after(annaAllowedPersonalization(NOON));

        assertThat(consents.ask(ANNA, PERSONALIZATION, LATER).isGivenFor(NOON.minusSeconds(60)))
                .isTrue();
        assertThat(consents.ask(BEN, PERSONALIZATION, LATER).isGivenFor(LATER)).isFalse();
    }

    @Test
    void a_demand_names_the_purpose_that_is_missing() {
        Refused refused = catchThrowableOfType(
                Refused.class, () -> WhatIsConsented.after().demand(BEN, TRAINING, LATER));

        assertThat(refused.refusal()).isEqualTo(new ConsentMissing(TRAINING));
    }
}
