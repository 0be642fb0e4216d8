package com.videowindow.patina.command.interaction;

import static com.videowindow.patina.command.People.ANNA;
import static com.videowindow.patina.command.People.ANNA_ALLOWED_PERSONALIZATION;
import static com.videowindow.patina.command.People.NOON;
import static com.videowindow.patina.command.Shelf.CHISEL;
import static com.videowindow.patina.command.Shelf.DOVETAILS;
import static com.videowindow.patina.command.Shelf.LIVE;
import static com.videowindow.patina.command.Shelf.PRICE;
import static com.videowindow.patina.domain.interaction.InteractionKind.ADD_TO_CART;
import static com.videowindow.patina.domain.interaction.InteractionKind.COMMENT;
import static com.videowindow.patina.domain.interaction.InteractionKind.DISMISS;
import static com.videowindow.patina.domain.interaction.InteractionKind.FOLLOW;
import static com.videowindow.patina.domain.interaction.InteractionKind.IMPRESSION;
import static com.videowindow.patina.domain.interaction.InteractionKind.LIKE;
import static com.videowindow.patina.domain.interaction.InteractionKind.PURCHASE;
import static com.videowindow.patina.domain.interaction.InteractionKind.RATE;
import static com.videowindow.patina.domain.interaction.InteractionKind.SAVE;
import static com.videowindow.patina.domain.interaction.InteractionKind.SEARCH;
import static com.videowindow.patina.domain.interaction.InteractionKind.SHARE;
import static com.videowindow.patina.domain.interaction.InteractionKind.SKIP;
import static com.videowindow.patina.domain.interaction.InteractionKind.VIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.videowindow.patina.command.RealLog;
import com.videowindow.patina.command.Shelf;
import com.videowindow.patina.command.consent.WhatIsConsented;
import com.videowindow.patina.command.interaction.Verdict.Rejected;
import com.videowindow.patina.domain.Refusal;
import com.videowindow.patina.domain.Refusal.Implausible;
import com.videowindow.patina.domain.Refusal.UnknownContent;
import com.videowindow.patina.domain.Refusal.UnknownProduct;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.ProductId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which a well-formed interaction makes no sense, each with its exact refusal and nothing stored. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInteractionsTest {

    private static final ContentId NOWHERE = new ContentId("nowhere");
    private static final ProductId NOTHING = new ProductId("nothing");
    private static final Refusal NO_CONTENT = new Implausible("contentId", "is required");
    private static final Refusal NO_OFFER =
            new Implausible("contentId", "is required where there are no context.lines");
    private static final Refusal NO_QUERY = new Implausible("context.query", "is required for a search");
    private static final Refusal NO_ORDER = new Implausible("context.orderId", "is required when lines are bought");
    private static final Refusal LINES = new Implausible("context.lines", "belong to purchases and carts");
    private static final Refusal TOO_LONG =
            new Implausible("engagement.watchedSeconds", "is longer than the content allows");
    private static final Refusal FUTURE = new Implausible("at", "lies in the future");
    private static final Refusal TOO_OLD = new Implausible("at", "lies more than 400 days back");
    private static final Refusal ANCIENT = new Implausible("at", "lies before 1990");

    private RealLog log;
    private InteractionIntake intake;

    @BeforeAll
    void openTheLog(@TempDir Path folder) {
        log = RealLog.in(folder);
        intake = new InteractionIntake(
                WhatIsConsented.in(log.events(), ANNA_ALLOWED_PERSONALIZATION), Shelf.small(), log.facts());
    }

    @AfterAll
    void closeTheLog() {
        log.close();
    }

    static Stream<Arguments> withoutWhatTheyNeed() {
        return Stream.of(
                arguments(Doing.a(VIEW), NO_CONTENT),
                arguments(Doing.a(LIKE), NO_CONTENT),
                arguments(Doing.a(COMMENT), NO_CONTENT),
                arguments(Doing.a(SHARE), NO_CONTENT),
                arguments(Doing.a(SAVE), NO_CONTENT),
                arguments(Doing.a(FOLLOW), NO_CONTENT),
                arguments(Doing.a(SKIP), NO_CONTENT),
                arguments(Doing.a(DISMISS), NO_CONTENT),
                arguments(Doing.a(IMPRESSION), NO_CONTENT),
                arguments(Doing.a(RATE).rating(4), NO_CONTENT),
                arguments(Doing.a(PURCHASE), NO_OFFER),
                arguments(Doing.a(PURCHASE).ordering("o-1", PRICE), NO_OFFER),
                arguments(Doing.a(ADD_TO_CART), NO_OFFER),
                arguments(
                        Doing.a(RATE).on(DOVETAILS), new Implausible("engagement.rating", "is required for a rating")),
                arguments(Doing.a(SEARCH), NO_QUERY),
                arguments(Doing.a(SEARCH).on(DOVETAILS), NO_QUERY),
                arguments(Doing.a(PURCHASE).of(CHISEL), NO_ORDER),
                arguments(Doing.a(PURCHASE).on(DOVETAILS).of(CHISEL), NO_ORDER));
    }

    static Stream<Arguments> aboutTheWrongThing() {
        return Stream.of(
                arguments(
                        Doing.a(SEARCH).searching("saw").on(DOVETAILS),
                        new Implausible("contentId", "does not belong to a search")),
                arguments(Doing.a(SEARCH).searching("saw").of(CHISEL), LINES),
                arguments(Doing.a(VIEW).on(DOVETAILS).of(CHISEL), LINES),
                arguments(Doing.a(LIKE).of(CHISEL), LINES),
                arguments(
                        Doing.a(VIEW).on(DOVETAILS).costing(PRICE),
                        new Implausible("context.amount", "belongs to purchases and carts")),
                arguments(Doing.a(VIEW).on(NOWHERE), new UnknownContent(NOWHERE)),
                arguments(Doing.a(IMPRESSION).on(NOWHERE), new UnknownContent(NOWHERE)),
                arguments(Doing.a(RATE).on(NOWHERE).rating(3), new UnknownContent(NOWHERE)),
                arguments(Doing.a(PURCHASE).on(NOWHERE).ordering("o-1", PRICE).of(CHISEL), new UnknownContent(NOWHERE)),
                arguments(Doing.a(ADD_TO_CART).of(NOTHING), new UnknownProduct(NOTHING)),
                arguments(Doing.a(PURCHASE).ordering("o-1", PRICE).of(CHISEL, NOTHING), new UnknownProduct(NOTHING)),
                arguments(Doing.a(VIEW).on(DOVETAILS).watching(960.1), TOO_LONG),
                arguments(Doing.a(SKIP).on(DOVETAILS).watching(86_400), TOO_LONG));
    }

    static Stream<Arguments> atTheWrongTime() {
        Doing view = Doing.a(VIEW).on(LIVE);
        Refusal uncountable = new Implausible("at", "must lie between 1970 and 3000");
        return Stream.of(
                arguments(view.at(NOON.plusSeconds(301)), FUTURE),
                arguments(view.at(NOON.plus(Duration.ofDays(1))), FUTURE),
                arguments(view.at(NOON.plusSeconds(400)).sentAt(NOON), FUTURE),
                arguments(view.at(NOON).sentAt(NOON.minusSeconds(4_000)), FUTURE),
                arguments(view.at(NOON.minus(Duration.ofDays(401))), TOO_OLD),
                arguments(view.at(NOON.minus(Duration.ofDays(900))).sentAt(NOON), TOO_OLD),
                arguments(view.at(Instant.parse("1989-12-31T23:59:59Z")), ANCIENT),
                arguments(view.at(Instant.EPOCH), ANCIENT),
                arguments(view.at(Instant.parse("1969-12-31T23:59:59Z")), uncountable),
                arguments(view.at(Instant.parse("3000-01-01T00:00:00Z")), uncountable),
                arguments(view.at(Instant.MAX), uncountable),
                arguments(view.at(Instant.MIN), uncountable),
                arguments(view.sentAt(Instant.MAX), new Implausible("sentAt", "must lie between 1970 and 3000")),
                arguments(view.sentAt(Instant.MIN), new Implausible("sentAt", "must lie between 1970 and 3000")));
    }

    @ParameterizedTest
    @MethodSource({"withoutWhatTheyNeed", "aboutTheWrongThing", "atTheWrongTime"})
    void are_refused_precisely_and_leave_the_log_unchanged(Doing bad, Refusal refusal) {
        List<Verdict> verdicts = intake.handle(new RecordInteractions(ANNA, List.of(bad.done()), NOON, false));

        assertThat(verdicts).containsExactly(new Rejected(refusal));
        assertThat(log.about(ANNA)).isEmpty();
    }
}
