package com.videowindow.patina.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.ControlChanged.Origin;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final SubjectId ANNA = SubjectId.of("0192f0c1-0000-7000-8000-00000000000a");
    private static final Actor OFFICER =
            new Actor(Actor.Kind.OFFICER, SubjectId.of("7d9d52bb-3e0c-4fd0-a4b7-93e7c1d8a9a2"));
    private static final CaseReference CASE = new CaseReference("c-1");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final PolicyVersion ONE = new PolicyVersion("1");
    private static final PolicyVersion TWO = new PolicyVersion("2");
    private static final Purpose PURPOSE = Purpose.TRAINING;
    private static final Policies NONE = purpose -> List.of();

    private static Standing after(ConsentEvent... events) {
        Standing standing = Standing.NONE;
        for (ConsentEvent event : events) {
            standing = standing.after(event);
        }
        return standing;
    }

    private static ConsentGiven given() {
        return new ConsentGiven(ANNA, PURPOSE, ONE, Channel.WEB, NOON);
    }

    private static ConsentWithdrawn withdrawn() {
        return new ConsentWithdrawn(ANNA, PURPOSE, ONE, Channel.WEB, NOON);
    }

    private static ControlChanged set(Control control, boolean on, Origin origin) {
        return new ControlChanged(ANNA, control, on, origin, Channel.WEB, NOON, null);
    }

    private static PolicyPublished policy(PolicyVersion version, @Nullable Instant renewBy) {
        return new PolicyPublished(
                PURPOSE, version, List.of(new PolicyText("en", "t", "text")), null, renewBy, ANNA, NOON);
    }

    private static boolean permits(Standing standing) {
        return standing.permits(PURPOSE, NONE, NOON);
    }

    private static ConsentStatus status(ConsentEvent... events) {
        return after(events).of(PURPOSE).status();
    }

    @Test
    void silence_and_having_been_asked_are_no_consent() {
        NoticeShown shown = new NoticeShown(ANNA, PURPOSE, new NoticeId("n"), ONE, null, Channel.WEB, null, NOON);
        assertThat(permits(Standing.NONE)).isFalse();
        assertThat(permits(after(shown))).isFalse();
        assertThat(status(shown)).isEqualTo(ConsentStatus.REQUESTED);
        assertThat(status(given(), shown)).isEqualTo(ConsentStatus.GIVEN);
    }

    @Test
    void a_consent_is_for_its_own_purpose() {
        assertThat(permits(after(given()))).isTrue();
        assertThat(after(given()).permits(Purpose.ANALYTICS, NONE, NOON)).isFalse();
    }

    @Test
    void whatever_ends_a_consent_ends_it() {
        for (ConsentEnded end : List.of(
                withdrawn(),
                new ConsentRefused(ANNA, PURPOSE, ONE, Channel.WEB, NOON, null),
                new ConsentRevoked(ANNA, PURPOSE, OFFICER, CASE, NOON),
                new ConsentInvalidated(ANNA, PURPOSE, OFFICER, CASE, NOON),
                new ConsentExpired(ANNA, PURPOSE, NOON))) {
            assertThat(permits(after(given(), end))).as(end.status().term()).isFalse();
            assertThat(status(given(), end)).isEqualTo(end.status());
            assertThat(permits(after(given(), end, given()))).isTrue();
        }
    }

    @Test
    void given_again_is_renewed_unless_it_was_taken_back() {
        assertThat(status(given(), given())).isEqualTo(ConsentStatus.RENEWED);
        assertThat(status(given(), new ConsentExpired(ANNA, PURPOSE, NOON), given()))
                .isEqualTo(ConsentStatus.RENEWED);
        assertThat(status(given(), withdrawn(), given())).isEqualTo(ConsentStatus.GIVEN);
    }

    @Test
    void it_holds_until_the_day_on_which_it_runs_out() {
        Standing standing =
                after(new ConsentGiven(ANNA, PURPOSE, ONE, Channel.WEB, NOON, null, LocalDate.parse("2026-03-02")));
        Instant midnight = Instant.parse("2026-03-02T00:00:00Z");
        assertThat(standing.permits(PURPOSE, NONE, midnight.minusNanos(1))).isTrue();
        assertThat(standing.permits(PURPOSE, NONE, midnight)).isFalse();
        assertThat(standing.isOver(PURPOSE, NONE, midnight)).isTrue();
    }

    @Test
    void a_policy_that_asks_for_renewal_ends_consents_to_earlier_ones_at_its_time() {
        Standing standing = after(given());
        Instant renewal = NOON.plusSeconds(60);
        Policies policies = purpose -> List.of(policy(ONE, null), policy(TWO, renewal));
        assertThat(standing.permits(PURPOSE, policies, renewal.minusNanos(1))).isTrue();
        assertThat(standing.permits(PURPOSE, policies, renewal)).isFalse();
        Standing renewed = standing.after(new ConsentGiven(ANNA, PURPOSE, TWO, Channel.WEB, renewal));
        assertThat(renewed.permits(PURPOSE, policies, renewal)).isTrue();
        assertThat(standing.permits(PURPOSE, purpose -> List.of(policy(TWO, null)), renewal))
                .isTrue();
    }

    /** Of a use that was defined and offered, and is offered no more from some time on. */
    private record Offered(Purpose purpose, Instant until) implements Policies {

        @Override
        public List<PolicyPublished> of(Purpose asked) {
            return List.of();
        }

        @Override
        public List<PurposeDefined> definitions(Purpose asked) {
            return asked.equals(purpose) ? List.of(version(1, true, NOON), version(2, false, until)) : List.of();
        }

        private PurposeDefined version(int version, boolean offered, Instant at) {
            return new PurposeDefined(
                    purpose,
                    version,
                    List.of(new PolicyText("en", "t", "text")),
                    List.of(),
                    List.of(),
                    offered,
                    true,
                    ANNA,
                    at);
        }
    }

    private static final String HANDED_ON = "partners";

    /** Of a use that became another one at some time, and of the texts that people were asked by. */
    private record Redefined(boolean keepsConsents, Instant at, List<PolicyPublished> published) implements Policies {

        @Override
        public List<PolicyPublished> of(Purpose asked) {
            return published;
        }

        @Override
        public List<PurposeDefined> definitions(Purpose asked) {
            List<Forwarding> ways = asked.name().equals(HANDED_ON) ? List.of(Forwarding.SALE) : List.of();
            List<PolicyText> texts = List.of(new PolicyText("en", "t", "text"));
            return List.of(new PurposeDefined(asked, 1, texts, List.of(), ways, true, keepsConsents, ANNA, at));
        }
    }

    @Test
    void a_consent_holds_for_what_people_were_asked_and_not_for_what_the_purpose_became() {
        Instant change = NOON.plusSeconds(60);
        Standing standing = after(given());
        for (List<PolicyPublished> published : List.of(List.<PolicyPublished>of(), List.of(policy(ONE, null)))) {
            Redefined another = new Redefined(false, change, published);
            assertThat(standing.permits(PURPOSE, another, change.minusNanos(1))).isTrue();
            assertThat(standing.permits(PURPOSE, another, change)).isFalse();
            assertThat(standing.isOver(PURPOSE, another, change)).isTrue();
            assertThat(standing.permits(PURPOSE, new Redefined(true, change, published), change))
                    .isTrue();
        }
        assertThat(standing.permits(PURPOSE, new Redefined(false, NOON, List.of(policy(ONE, null))), change))
                .isTrue();
    }

    @Test
    void who_opted_out_of_a_way_of_handing_data_on_permits_no_purpose_that_does_it() {
        Purpose partners = new Purpose(HANDED_ON);
        Redefined policies = new Redefined(true, NOON, List.of());
        Standing allowed = after(new ConsentGiven(ANNA, partners, ONE, Channel.WEB, NOON));
        assertThat(allowed.permits(partners, policies, NOON)).isTrue();
        for (Control control : List.of(Control.SALE_OPT_OUT, Control.MINOR)) {
            assertThat(allowed.after(set(control, true, Origin.GPC)).permits(partners, policies, NOON))
                    .isFalse();
        }
        assertThat(allowed.after(set(Control.SHARING_OPT_OUT, true, Origin.GPC)).permits(partners, policies, NOON))
                .isTrue();
    }

    @Test
    void a_purpose_that_is_offered_no_more_permits_nobody_anything() {
        Instant end = NOON.plusSeconds(60);
        Standing standing = after(given());
        Offered own = new Offered(PURPOSE, end);
        assertThat(standing.permits(PURPOSE, own, end.minusNanos(1))).isTrue();
        assertThat(standing.permits(PURPOSE, own, end)).isFalse();
        assertThat(standing.of(PURPOSE).status()).isEqualTo(ConsentStatus.GIVEN);

        Purpose letters = new Purpose("Our-Letters");
        assertThat(letters.name()).isEqualTo("our_letters");
        Standing allowed = after(new ConsentGiven(ANNA, letters, ONE, Channel.WEB, NOON));
        assertThat(allowed.permits(letters, new Offered(letters, end), NOON)).isTrue();
        assertThat(allowed.permits(letters, NONE, NOON)).isFalse();
        assertThat(new Offered(letters, end).isOffered(letters, NOON.minusNanos(1)))
                .isFalse();
    }

    @Test
    void restriction_and_objection_suspend_it_and_leave_it() {
        ConsentEvent restricted =
                new ProcessingRestricted(ANNA, PURPOSE, OFFICER, RestrictionGround.CLAIMS, null, NOON);
        ConsentEvent lifted = new RestrictionLifted(ANNA, PURPOSE, OFFICER, null, NOON);
        ConsentEvent objected = new ObjectionRaised(ANNA, PURPOSE, OFFICER, null, NOON);
        ConsentEvent settled = new ObjectionSettled(ANNA, PURPOSE, OFFICER, CASE, NOON);
        assertThat(permits(after(given(), restricted))).isFalse();
        assertThat(permits(after(given(), restricted, objected, lifted))).isFalse();
        assertThat(permits(after(given(), restricted, objected, lifted, settled)))
                .isTrue();
        assertThat(permits(after(restricted, given()))).isFalse();
        assertThat(permits(after(given(), restricted, withdrawn(), lifted))).isFalse();
    }

    @Test
    void of_a_minor_what_a_guardian_allowed_counts() {
        ConsentEvent minor = set(Control.MINOR, true, Origin.CHOICE);
        Evidence guardian = new Evidence(null, null, null, new Actor(Actor.Kind.GUARDIAN, ANNA));
        ConsentEvent allowed = new ConsentGiven(ANNA, PURPOSE, ONE, Channel.WEB, NOON, guardian, null);
        assertThat(permits(after(given(), minor))).isFalse();
        assertThat(permits(after(minor, allowed))).isTrue();
        assertThat(permits(after(given(), minor, set(Control.MINOR, false, Origin.CHOICE))))
                .isTrue();
    }

    @Test
    void a_signal_opts_out_once_and_whoever_knows_of_it_decides() {
        Control sale = Control.SALE_OPT_OUT;
        assertThat(Standing.NONE.isToHeedGpc(sale)).isTrue();
        assertThat(Standing.NONE.isToHeedGpc(Control.NON_PROFILING)).isFalse();
        Standing allowed = after(set(sale, false, Origin.CHOICE));
        assertThat(allowed.isToHeedGpc(sale)).isTrue();
        Standing heard = allowed.after(set(sale, true, Origin.GPC));
        assertThat(heard.isOn(sale)).isTrue();
        assertThat(heard.controls().get(sale)).matches(ControlStanding::conflict);
        assertThat(heard.isToHeedGpc(sale)).isFalse();
        Standing against = heard.after(set(sale, false, Origin.CHOICE));
        assertThat(against.isOn(sale)).isFalse();
        assertThat(against.isToHeedGpc(sale)).isFalse();
        assertThat(against.controls().get(sale)).matches(ControlStanding::conflict);
    }

    @Test
    void what_somebody_else_turned_off_does_not_outrank_the_persons_own_signal() {
        Control sharing = Control.SHARING_OPT_OUT;
        Evidence officer = new Evidence(null, null, null, OFFICER, null, CASE);
        ControlChanged off = new ControlChanged(ANNA, sharing, false, Origin.CHOICE, Channel.SUPPORT, NOON, officer);
        Standing turnedOff = after(set(sharing, true, Origin.GPC), off);
        assertThat(turnedOff.isOn(sharing)).isFalse();
        assertThat(turnedOff.isToHeedGpc(sharing)).isTrue();
        Standing own = turnedOff.after(set(sharing, false, Origin.CHOICE));
        assertThat(own.isToHeedGpc(sharing)).isFalse();
    }
}
