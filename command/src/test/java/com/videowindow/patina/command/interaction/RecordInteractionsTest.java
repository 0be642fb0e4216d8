package com.videowindow.patina.command.interaction;

import static com.videowindow.patina.command.People.NOON;
import static com.videowindow.patina.command.People.POLICY;
import static com.videowindow.patina.command.Shelf.CHISEL;
import static com.videowindow.patina.command.Shelf.DOVETAILS;
import static com.videowindow.patina.command.Shelf.LIVE;
import static com.videowindow.patina.command.Shelf.PRICE;
import static com.videowindow.patina.command.Shelf.RETIRED;
import static com.videowindow.patina.domain.interaction.InteractionKind.ADD_TO_CART;
import static com.videowindow.patina.domain.interaction.InteractionKind.LIKE;
import static com.videowindow.patina.domain.interaction.InteractionKind.PURCHASE;
import static com.videowindow.patina.domain.interaction.InteractionKind.SEARCH;
import static com.videowindow.patina.domain.interaction.InteractionKind.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.command.RealLog;
import com.videowindow.patina.command.Shelf;
import com.videowindow.patina.command.consent.WhatIsConsented;
import com.videowindow.patina.command.interaction.Verdict.Accepted;
import com.videowindow.patina.command.interaction.Verdict.Rejected;
import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.Refusal.ConsentMissing;
import com.videowindow.patina.domain.Refusal.UnknownContent;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.commerce.OrderPlaced;
import com.videowindow.patina.domain.commerce.Sale;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ConsentRefused;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interest.Facet;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordInteractionsTest {

    private final SubjectId nobodyYet = new SubjectId(UUID.randomUUID());
    private RealLog log;

    @BeforeAll
    void openTheLog(@TempDir Path folder) {
        log = RealLog.in(folder);
    }

    @AfterAll
    void closeTheLog() {
        log.close();
    }

    @Test
    void a_view_is_stored_with_the_facets_of_its_content() {
        SubjectId anna = somebodyWhoAllows();
        List<Verdict> verdicts = report(anna, Doing.a(VIEW).on(DOVETAILS).watching(500));

        assertThat(verdicts).singleElement().isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(
                        accepted.duplicate())
                .isFalse());
        assertThat(log.about(anna)).singleElement().isInstanceOfSatisfying(InteractionRecorded.class, recorded -> {
            assertThat(recorded.content()).isEqualTo(DOVETAILS);
            assertThat(recorded.receivedAt()).isEqualTo(NOON);
            assertThat(recorded.facets().values())
                    .extracting(Facet::toString)
                    .containsExactly("category:woodworking", "technique:dovetail", "creator:ben");
        });
    }

    @Test
    void the_same_message_again_is_stored_once_and_answered_with_the_same_position() {
        SubjectId anna = somebodyWhoAllows();
        Accepted first = (Accepted) report(anna, Doing.a(LIKE).on(DOVETAILS)).getFirst();
        Accepted again = (Accepted) report(anna, Doing.a(LIKE).on(DOVETAILS)).getFirst();

        assertThat(again).isEqualTo(new Accepted(first.position(), true));
        assertThat(log.about(anna)).hasSize(1);
    }

    @Test
    void the_same_message_twice_in_one_batch_is_a_duplicate_of_the_first() {
        SubjectId anna = somebodyWhoAllows();
        List<Verdict> verdicts = report(
                anna, Doing.a(LIKE).on(DOVETAILS), Doing.a(LIKE).on(DOVETAILS).at(NOON.minusSeconds(60)));

        Accepted first = (Accepted) verdicts.getFirst();
        assertThat(verdicts).containsExactly(first, new Accepted(first.position(), true));
        assertThat(log.about(anna)).hasSize(1);
    }

    @Test
    void the_same_name_on_another_day_is_another_message_in_a_batch_as_it_is_alone() {
        Doing today = Doing.a(LIKE).on(DOVETAILS);
        Doing yesterday = today.at(NOON.minusSeconds(86_400));
        SubjectId anna = somebodyWhoAllows();
        SubjectId carl = somebodyWhoAllows();
        report(anna, today);
        report(anna, yesterday);

        assertThat(report(carl, today, yesterday))
                .extracting(verdict -> ((Accepted) verdict).duplicate())
                .containsExactly(false, false);
        assertThat(log.about(anna)).hasSize(2);
        assertThat(log.about(carl)).hasSize(2);
    }

    @Test
    void the_same_message_of_two_people_is_two_messages() {
        SubjectId anna = somebodyWhoAllows();
        SubjectId carl = somebodyWhoAllows();
        report(anna, Doing.a(LIKE).on(DOVETAILS));
        report(carl, Doing.a(LIKE).on(DOVETAILS));

        assertThat(log.about(anna)).hasSize(1);
        assertThat(log.about(carl)).hasSize(1);
    }

    @Test
    void a_bad_one_is_refused_alone() {
        SubjectId anna = somebodyWhoAllows();
        ContentId nowhere = new ContentId("nowhere");
        List<Verdict> verdicts = report(
                anna,
                Doing.a(VIEW).named("m-1").on(DOVETAILS),
                Doing.a(VIEW).named("m-2").on(nowhere),
                Doing.a(VIEW).named("m-3").on(LIVE).watching(80_000));

        assertThat(verdicts.get(1)).isEqualTo(new Rejected(new UnknownContent(nowhere)));
        assertThat(verdicts).filteredOn(Accepted.class::isInstance).hasSize(2);
        assertThat(log.about(anna)).hasSize(2);
    }

    @Test
    void a_message_that_was_refused_may_be_corrected_within_the_batch() {
        SubjectId anna = somebodyWhoAllows();
        List<Verdict> verdicts = report(anna, Doing.a(VIEW), Doing.a(VIEW).on(DOVETAILS));

        assertThat(verdicts.getFirst()).isInstanceOf(Rejected.class);
        assertThat(verdicts.getLast()).isInstanceOf(Accepted.class);
    }

    @Test
    void without_consent_nothing_personal_is_stored_and_the_purpose_is_named() {
        List<Verdict> verdicts = report(
                nobodyYet,
                Doing.a(VIEW).on(DOVETAILS),
                Doing.a(SEARCH).named("m-2").searching("saw"));

        assertThat(verdicts).containsOnly(new Rejected(new ConsentMissing(Purpose.PERSONALIZATION)));
        assertThat(log.about(nobodyYet)).isEmpty();
    }

    @Test
    void an_order_is_kept_without_consent_and_feeds_no_profile() {
        SubjectId ben = new SubjectId(UUID.randomUUID());
        Doing purchase = Doing.a(PURCHASE).ordering("o-1", PRICE).of(CHISEL);
        List<Verdict> verdicts = report(ben, purchase);

        assertThat(verdicts).singleElement().isInstanceOf(Accepted.class);
        assertThat(log.about(ben)).singleElement().isInstanceOfSatisfying(OrderPlaced.class, order -> {
            assertThat(order.lines()).isEqualTo(purchase.lines());
            assertThat(order.total()).isEqualTo(PRICE);
        });
    }

    @Test
    void an_order_with_consent_is_an_order_and_an_interaction() {
        SubjectId anna = somebodyWhoAllows();
        report(anna, Doing.a(PURCHASE).on(DOVETAILS).ordering("o-1", PRICE).of(CHISEL));

        assertThat(log.about(anna))
                .hasExactlyElementsOfTypes(OrderPlaced.class, InteractionRecorded.class)
                .last()
                .isInstanceOfSatisfying(InteractionRecorded.class, bought -> {
                    assertThat(bought.facets().values())
                            .extracting(Facet::toString)
                            .contains("technique:dovetail")
                            .doesNotContain("technique:chiselling");
                    assertThat(soldBy(bought).facets().values())
                            .extracting(Facet::toString)
                            .contains("technique:chiselling")
                            .doesNotContain("technique:dovetail");
                });
    }

    @Test
    void an_order_says_what_was_bought_where_that_is_content() {
        SubjectId ben = new SubjectId(UUID.randomUUID());
        report(ben, Doing.a(PURCHASE).on(DOVETAILS).ordering("o-1", PRICE));

        assertThat(log.about(ben)).singleElement().isInstanceOfSatisfying(OrderPlaced.class, order -> assertThat(
                        order.content())
                .isEqualTo(DOVETAILS));
    }

    @Test
    void what_is_put_into_the_cart_or_bought_without_an_order_is_kept_with_its_amount() {
        SubjectId anna = somebodyWhoAllows();
        Doing cart = Doing.a(ADD_TO_CART).named("m-1").of(CHISEL).costing(PRICE);
        report(anna, cart, Doing.a(PURCHASE).named("m-2").on(DOVETAILS).costing(PRICE));

        assertThat(log.about(anna))
                .extracting(RecordInteractionsTest::soldBy)
                .satisfiesExactly(
                        carted -> {
                            assertThat(carted.lines()).isEqualTo(cart.lines());
                            assertThat(carted.total()).isEqualTo(PRICE);
                        },
                        bought -> assertThat(bought.total()).isEqualTo(PRICE));
    }

    @Test
    void a_purchase_without_an_order_needs_consent_like_everything_else() {
        assertThat(report(nobodyYet, Doing.a(PURCHASE).on(DOVETAILS)))
                .containsExactly(new Rejected(new ConsentMissing(Purpose.PERSONALIZATION)));
    }

    @Test
    void what_happened_to_retired_content_and_carts_of_products_is_taken() {
        SubjectId anna = somebodyWhoAllows();
        assertThat(report(
                        anna,
                        Doing.a(VIEW).named("m-1").on(RETIRED),
                        Doing.a(ADD_TO_CART).named("m-2").of(CHISEL),
                        Doing.a(SEARCH).named("m-3").searching("saw")))
                .allMatch(Accepted.class::isInstance);
    }

    @Test
    void what_happened_before_somebody_took_a_no_back_is_refused() {
        SubjectId somebody = new SubjectId(UUID.randomUUID());
        WhatIsConsented.in(
                log.events(),
                new ConsentRefused(somebody, Purpose.PERSONALIZATION, POLICY, Channel.WEB, NOON.minusSeconds(90), null),
                new ConsentGiven(somebody, Purpose.PERSONALIZATION, POLICY, Channel.WEB, NOON.minusSeconds(60)));

        assertThat(report(somebody, Doing.a(VIEW).on(DOVETAILS).at(NOON.minusSeconds(61))))
                .containsExactly(new Rejected(new ConsentMissing(Purpose.PERSONALIZATION)));
        assertThat(report(somebody, Doing.a(VIEW).on(DOVETAILS).at(NOON.minusSeconds(60))))
                .singleElement()
                .isInstanceOf(Accepted.class);
    }

    @Test
    void imported_interactions_may_be_decades_old() {
        SubjectId anna = somebodyWhoAllows();
        Instant then = NOON.minus(Duration.ofDays(9_000));
        Interaction view = Doing.a(VIEW).on(LIVE).at(then).done();
        List<Verdict> verdicts = intake().handle(new RecordInteractions(anna, List.of(view), NOON, true));

        assertThat(verdicts).singleElement().isInstanceOf(Accepted.class);
        assertThat(log.about(anna)).extracting(AboutSubject::at).containsExactly(then);
    }

    private static Sale soldBy(AboutSubject event) {
        return Objects.requireNonNull(((InteractionRecorded) event).sale());
    }

    private List<Verdict> report(SubjectId subject, Doing... doings) {
        List<Interaction> interactions = Arrays.stream(doings).map(Doing::done).toList();
        return intake().handle(new RecordInteractions(subject, interactions, NOON, false));
    }

    private InteractionIntake intake() {
        return new InteractionIntake(WhatIsConsented.in(log.events()), Shelf.small(), log.facts());
    }

    private SubjectId somebodyWhoAllows() {
        SubjectId somebody = new SubjectId(UUID.randomUUID());
        WhatIsConsented.in(
                log.events(),
                new ConsentGiven(somebody, Purpose.PERSONALIZATION, POLICY, Channel.WEB, NOON.minusSeconds(60)));
        return somebody;
    }
}
