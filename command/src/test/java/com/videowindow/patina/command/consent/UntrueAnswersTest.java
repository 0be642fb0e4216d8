package com.videowindow.patina.command.consent;

import static com.videowindow.patina.command.People.ANNA;
import static com.videowindow.patina.command.People.NOON;

import com.videowindow.patina.command.RefusedWith;
import com.videowindow.patina.command.consent.ConsentCommand.GiveConsent;
import com.videowindow.patina.command.consent.ConsentCommand.ShowNotice;
import com.videowindow.patina.command.consent.ConsentCommand.WithdrawConsent;
import com.videowindow.patina.domain.Refusal;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ConsentRefused;
import com.videowindow.patina.domain.consent.ConsentWithdrawn;
import com.videowindow.patina.domain.consent.Evidence;
import com.videowindow.patina.domain.consent.Jurisdiction;
import com.videowindow.patina.domain.consent.NoticeId;
import com.videowindow.patina.domain.consent.NoticeShown;
import com.videowindow.patina.domain.consent.PolicyPublished;
import com.videowindow.patina.domain.consent.PolicyText;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.TextHash;
import com.videowindow.patina.domain.erasure.Leavers;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A no is never refused; what it claims is recorded as far as it is true. */
class UntrueAnswersTest {
    private static final Purpose PURPOSE = Purpose.ANALYTICS;
    private static final PolicyVersion BEFORE_ANY = new PolicyVersion("1");
    private static final PolicyVersion SIX = new PolicyVersion("6");
    private static final PolicyVersion SEVEN = new PolicyVersion("7");
    private static final PolicyVersion NEVER = new PolicyVersion("nope");
    private static final TextHash SHOWN = TextHash.of("May we count 7?");
    private static final TextHash ELSE = new TextHash("a".repeat(64));
    private static final NoticeId NOTICE = new NoticeId("n-7");
    private static final Jurisdiction HERE = new Jurisdiction("DE");

    private final Published policies = new Published();

    private static PolicyPublished policy(PolicyVersion version) {
        PolicyText text = new PolicyText("en", "Figures", "May we count " + version.value() + "?");
        return new PolicyPublished(PURPOSE, version, List.of(text), null, null, ANNA, NOON);
    }

    @Test
    void a_yes_names_the_words_that_it_answers_where_there_are_several() {
        PolicyText english = new PolicyText("en", "Figures", "May we count?");
        PolicyText german = new PolicyText("de", "Zahlen", "Dürfen wir zählen?");
        policies.add(new PolicyPublished(PURPOSE, SIX, List.of(english, german), null, null, ANNA, NOON));

        consents()
                .givenNoPriorActivity()
                .when(yes(saying(null, null)))
                .expectNoEvents()
                .expectException(RefusedWith.the(new Refusal.Implausible(
                        "textHash", "must name the text that they answered, since this policy has several")));
        consents().givenNoPriorActivity().when(yes(saying(german.hash(), null))).expectSuccessfulHandlerExecution();
        NoticeShown shown = new NoticeShown(ANNA, PURPOSE, NOTICE, SIX, english.hash(), Channel.WEB, HERE, NOON);
        consents().given(shown).when(yes(saying(null, NOTICE))).expectSuccessfulHandlerExecution();
        consents()
                .given(new NoticeShown(ANNA, PURPOSE, NOTICE, SIX, null, Channel.WEB, HERE, NOON))
                .when(yes(saying(null, NOTICE)))
                .expectNoEvents();
    }

    @Test
    void a_notice_and_a_no_carry_the_words_too_as_far_as_they_can_be_told() {
        published();
        consents()
                .givenNoPriorActivity()
                .when(new ShowNotice(ANNA, PURPOSE, NOTICE, SEVEN, null, Channel.WEB, HERE, NOON))
                .expectEvents(new NoticeShown(ANNA, PURPOSE, NOTICE, SEVEN, SHOWN, Channel.WEB, HERE, NOON));
        consents()
                .given(new NoticeShown(ANNA, PURPOSE, NOTICE, SEVEN, SHOWN, Channel.WEB, HERE, NOON))
                .when(no(SEVEN, saying(null, NOTICE)))
                .expectEvents(refused(SEVEN, saying(SHOWN, NOTICE)));
        consents()
                .givenNoPriorActivity()
                .when(no(SEVEN, saying(null, null)))
                .expectEvents(refused(SEVEN, saying(SHOWN, null)));
    }

    private static GiveConsent yes(Evidence evidence) {
        return new GiveConsent(ANNA, PURPOSE, SIX, Channel.WEB, evidence, NOON);
    }

    private void published() {
        policies.add(policy(SIX));
        policies.add(policy(SEVEN));
    }

    private FixtureConfiguration<Consents> consents() {
        return new AggregateTestFixture<>(Consents.class)
                .registerInjectableResource((Leavers) (SubjectId anybody) -> false)
                .registerInjectableResource(policies);
    }

    private static ConsentGiven given(PolicyVersion policy) {
        return new ConsentGiven(ANNA, PURPOSE, policy, Channel.WEB, NOON);
    }

    private static Evidence saying(@Nullable TextHash text, @Nullable NoticeId notice) {
        return new Evidence(text, notice, HERE, null);
    }

    private static WithdrawConsent no(PolicyVersion policy, Evidence evidence) {
        return new WithdrawConsent(ANNA, PURPOSE, policy, Channel.WEB, evidence, NOON);
    }

    private static ConsentEvent withdrawn(PolicyVersion policy, Evidence evidence) {
        return new ConsentWithdrawn(ANNA, PURPOSE, policy, Channel.WEB, NOON, evidence);
    }

    private static ConsentEvent refused(PolicyVersion policy, Evidence evidence) {
        return new ConsentRefused(ANNA, PURPOSE, policy, Channel.WEB, NOON, evidence);
    }

    @Test
    void a_withdrawal_is_of_the_consent_that_stood_whatever_else_it_names() {
        published();
        consents()
                .given(given(SIX))
                .when(no(NEVER, saying(ELSE, NOTICE)))
                .expectEvents(withdrawn(SIX, saying(null, null)));
    }

    @Test
    void and_is_recorded_once() {
        published();
        consents()
                .given(given(SIX), withdrawn(SIX, saying(null, null)))
                .when(no(NEVER, saying(ELSE, null)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_refusal_is_of_what_people_are_asked_now() {
        published();
        consents()
                .givenNoPriorActivity()
                .when(no(NEVER, saying(ELSE, null)))
                .expectEvents(refused(SEVEN, saying(null, null)));
    }

    @Test
    void what_is_true_is_recorded_as_it_was_sent() {
        published();
        NoticeShown shown = new NoticeShown(ANNA, PURPOSE, NOTICE, SEVEN, SHOWN, Channel.WEB, HERE, NOON);
        consents()
                .given(given(SIX), shown)
                .when(no(SEVEN, saying(SHOWN, NOTICE)))
                .expectEvents(withdrawn(SEVEN, saying(SHOWN, NOTICE)));
    }

    @Test
    void what_was_allowed_before_anything_was_published_is_taken_back_under_its_own_name() {
        published();
        consents()
                .given(given(BEFORE_ANY))
                .when(no(BEFORE_ANY, saying(null, null)))
                .expectEvents(withdrawn(BEFORE_ANY, saying(null, null)));
    }

    @Test
    void where_nothing_was_published_the_client_alone_knows_the_version_and_no_text_is_claimed() {
        consents()
                .given(given(BEFORE_ANY))
                .when(no(NEVER, saying(ELSE, NOTICE)))
                .expectEvents(withdrawn(NEVER, saying(null, null)));
    }
}
