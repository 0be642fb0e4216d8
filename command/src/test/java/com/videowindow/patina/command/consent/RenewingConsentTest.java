package com.videowindow.patina.command.consent;

import static com.videowindow.patina.command.People.ANNA;
import static com.videowindow.patina.command.People.NOON;

import com.videowindow.patina.command.consent.ConsentCommand.GiveConsent;
import com.videowindow.patina.command.consent.ConsentCommand.ImportConsent;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.Evidence;
import com.videowindow.patina.domain.consent.Jurisdiction;
import com.videowindow.patina.domain.consent.NoticeId;
import com.videowindow.patina.domain.consent.NoticeShown;
import com.videowindow.patina.domain.consent.PolicyPublished;
import com.videowindow.patina.domain.consent.PolicyText;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.erasure.Leavers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A yes is said again: it is recorded where it says something that the one before did not. */
class RenewingConsentTest {
    private static final Purpose PURPOSE = Purpose.ANALYTICS;
    private static final PolicyVersion ONE = new PolicyVersion("1");
    private static final NoticeId NOTICE = new NoticeId("n-7");
    private static final Jurisdiction HERE = new Jurisdiction("DE");
    private static final Jurisdiction THERE = new Jurisdiction("AT");
    private static final Instant NEXT_DAY = NOON.plus(Duration.ofDays(1));
    private static final LocalDate YEAR = LocalDate.parse("2027-03-02");
    private static final PolicyText ENGLISH = new PolicyText("en", "Figures", "May we count?");
    private static final PolicyText GERMAN = new PolicyText("de", "Zahlen", "Duerfen wir zaehlen?");

    private final Published policies = new Published();

    private FixtureConfiguration<Consents> asked(@Nullable Integer months) {
        policies.add(new PolicyPublished(PURPOSE, ONE, List.of(ENGLISH, GERMAN), months, null, ANNA, NOON));
        return new AggregateTestFixture<>(Consents.class)
                .registerInjectableResource((Leavers) (SubjectId anybody) -> false)
                .registerInjectableResource(policies);
    }

    private static Evidence saying(PolicyText text, @Nullable NoticeId notice, Jurisdiction law) {
        return new Evidence(text.hash(), notice, law, null);
    }

    private static GiveConsent yes(Evidence evidence, Instant at) {
        return new GiveConsent(ANNA, PURPOSE, ONE, Channel.WEB, evidence, at);
    }

    private static ConsentGiven given(Evidence evidence, Channel channel, Instant at, @Nullable LocalDate expires) {
        return new ConsentGiven(ANNA, PURPOSE, ONE, channel, at, evidence, expires);
    }

    private static final Evidence ENGLISH_HERE = saying(ENGLISH, null, HERE);
    private static final ConsentGiven STANDS = given(ENGLISH_HERE, Channel.WEB, NOON, null);

    @Test
    void the_same_again_changes_nothing_also_where_it_says_less() {
        asked(null).given(STANDS).when(yes(ENGLISH_HERE, NEXT_DAY)).expectNoEvents();
        asked(null)
                .given(STANDS)
                .when(yes(new Evidence(ENGLISH.hash(), null, null, null), NEXT_DAY))
                .expectNoEvents();
    }

    @Test
    void to_another_text_or_under_another_law_it_is_another() {
        for (Evidence said : List.of(saying(GERMAN, null, HERE), saying(ENGLISH, null, THERE))) {
            asked(null).given(STANDS).when(yes(said, NEXT_DAY)).expectEvents(given(said, Channel.WEB, NEXT_DAY, null));
        }
    }

    @Test
    void it_answers_the_notice_that_was_shown_since_and_does_so_once() {
        NoticeShown shown = new NoticeShown(ANNA, PURPOSE, NOTICE, ONE, ENGLISH.hash(), Channel.WEB, HERE, NOON);
        Evidence answer = saying(ENGLISH, NOTICE, HERE);
        asked(null)
                .given(STANDS, shown)
                .when(yes(answer, NEXT_DAY))
                .expectEvents(given(answer, Channel.WEB, NEXT_DAY, null));
        asked(null)
                .given(STANDS, shown, given(answer, Channel.WEB, NEXT_DAY, null))
                .when(yes(answer, NEXT_DAY))
                .expectNoEvents();
    }

    @Test
    void it_holds_for_as_long_again_and_is_no_other_on_the_same_day() {
        ConsentGiven year = given(ENGLISH_HERE, Channel.WEB, NOON, YEAR);
        asked(12).given(year).when(yes(ENGLISH_HERE, NOON.plusSeconds(9))).expectNoEvents();
        asked(12)
                .given(year)
                .when(yes(ENGLISH_HERE, NEXT_DAY))
                .expectEvents(given(ENGLISH_HERE, Channel.WEB, NEXT_DAY, YEAR.plusDays(1)));
    }

    @Test
    void what_was_taken_over_from_elsewhere_is_replaced_by_their_own_word() {
        asked(null)
                .given(given(Evidence.NONE, Channel.IMPORT, NOON, null))
                .when(yes(ENGLISH_HERE, NEXT_DAY))
                .expectEvents(given(ENGLISH_HERE, Channel.WEB, NEXT_DAY, null));
    }

    @Test
    void what_is_taken_over_holds_from_when_it_was_given() {
        Instant lately = NOON.minus(Duration.ofDays(2));
        asked(12)
                .givenNoPriorActivity()
                .when(new ImportConsent(ANNA, PURPOSE, ONE, ENGLISH.hash(), lately, NOON))
                .expectEvents(given(Evidence.NONE.of(ENGLISH.hash()), Channel.IMPORT, NOON, YEAR.minusDays(2)));
        asked(12)
                .givenNoPriorActivity()
                .when(new ImportConsent(ANNA, PURPOSE, ONE, ENGLISH.hash(), NOON.minus(Duration.ofDays(400)), NOON))
                .expectNoEvents();
    }
}
