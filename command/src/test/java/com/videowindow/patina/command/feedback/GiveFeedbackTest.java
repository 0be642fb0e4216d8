package com.videowindow.patina.command.feedback;

import static com.videowindow.patina.command.People.ANNA;
import static com.videowindow.patina.command.People.ANNA_ALLOWED_PERSONALIZATION;
import static com.videowindow.patina.command.People.BEN;
import static com.videowindow.patina.command.People.NOON;
import static com.videowindow.patina.command.Shelf.DOVETAILS;
import static com.videowindow.patina.domain.feedback.FeedbackType.COMMENT;
import static com.videowindow.patina.domain.feedback.FeedbackType.DISLIKE;
import static com.videowindow.patina.domain.feedback.FeedbackType.LIKE;
import static com.videowindow.patina.domain.feedback.FeedbackType.NOT_INTERESTED;
import static com.videowindow.patina.domain.feedback.FeedbackType.RATING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.videowindow.patina.command.RealLog;
import com.videowindow.patina.command.Shelf;
import com.videowindow.patina.command.consent.WhatIsConsented;
import com.videowindow.patina.domain.Refusal;
import com.videowindow.patina.domain.Refusal.ConsentMissing;
import com.videowindow.patina.domain.Refusal.Implausible;
import com.videowindow.patina.domain.Refusal.UnknownContent;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.Stored;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import com.videowindow.patina.domain.feedback.FeedbackType;
import com.videowindow.patina.domain.interaction.MessageId;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GiveFeedbackTest {

    private static final ContentId NOWHERE = new ContentId("nowhere");
    private static final Refusal STARS = new Implausible("value", "must be between 0.5 and 5 for a rating");
    private static final Refusal ONLY_RATINGS = new Implausible("value", "belongs to ratings");
    private static final Refusal TEXT = new Implausible("text", "text must be 1 to 5000 characters and not blank");

    private RealLog log;
    private FeedbackIntake intake;

    @BeforeEach
    void openTheLog(@TempDir Path folder) {
        log = RealLog.in(folder);
        intake = new FeedbackIntake(
                WhatIsConsented.in(log.events(), ANNA_ALLOWED_PERSONALIZATION), Shelf.small(), log.facts());
    }

    @AfterEach
    void closeTheLog() {
        log.close();
    }

    @Test
    void a_message_that_stands_for_something_else_is_refused() {
        Stored first = intake.handle(about(ANNA, DOVETAILS, RATING, 4.5, null));

        Refused refused =
                catchThrowableOfType(Refused.class, () -> intake.handle(about(ANNA, DOVETAILS, RATING, 2.0, null)));
        assertThat(refused.refusal()).isEqualTo(new Refusal.MessageReused());
        assertThat(intake.handle(about(ANNA, DOVETAILS, RATING, 4.5, null)).position())
                .isEqualTo(first.position());
    }

    @Test
    void a_rating_is_stored_once_with_the_facets_of_its_content() {
        Stored first = intake.handle(about(ANNA, DOVETAILS, RATING, 4.5, null));
        Stored again = intake.handle(about(ANNA, DOVETAILS, RATING, 4.5, null));

        assertThat(again).isEqualTo(new Stored(first.position(), true));
        assertThat(log.about(ANNA)).singleElement().isInstanceOfSatisfying(FeedbackGiven.class, given -> {
            assertThat(given.value()).isEqualTo(4.5);
            assertThat(given.facets().values()).hasSize(3);
        });
    }

    @Test
    void free_text_is_kept_of_comments_alone() {
        intake.handle(new GiveFeedback(ANNA, new MessageId("f-1"), DOVETAILS, LIKE, null, "call me: 555", NOON));
        intake.handle(new GiveFeedback(ANNA, new MessageId("f-2"), DOVETAILS, COMMENT, null, "lovely", NOON));

        assertThat(log.about(ANNA))
                .extracting(event -> ((FeedbackGiven) event).text())
                .containsExactly(null, "lovely");
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                arguments(about(ANNA, DOVETAILS, RATING, null, null), STARS),
                arguments(about(ANNA, DOVETAILS, RATING, 0.4, null), STARS),
                arguments(about(ANNA, DOVETAILS, RATING, 5.1, null), STARS),
                arguments(about(ANNA, DOVETAILS, RATING, Double.NaN, null), STARS),
                arguments(about(ANNA, DOVETAILS, LIKE, 1.0, null), ONLY_RATINGS),
                arguments(about(ANNA, DOVETAILS, DISLIKE, 1.0, null), ONLY_RATINGS),
                arguments(about(ANNA, DOVETAILS, NOT_INTERESTED, 1.0, null), ONLY_RATINGS),
                arguments(about(ANNA, DOVETAILS, COMMENT, 1.0, "text"), ONLY_RATINGS),
                arguments(
                        about(ANNA, DOVETAILS, COMMENT, null, null),
                        new Implausible("text", "is required for a comment")),
                arguments(about(ANNA, DOVETAILS, COMMENT, null, "  "), TEXT),
                arguments(about(ANNA, DOVETAILS, COMMENT, null, "x".repeat(5_001)), TEXT),
                arguments(about(ANNA, NOWHERE, LIKE, null, null), new UnknownContent(NOWHERE)),
                arguments(about(BEN, DOVETAILS, LIKE, null, null), new ConsentMissing(Purpose.PERSONALIZATION)));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void what_makes_no_sense_is_refused_precisely(GiveFeedback command, Refusal refusal) {
        Refused refused = catchThrowableOfType(Refused.class, () -> intake.handle(command));

        assertThat(refused.refusal()).isEqualTo(refusal);
        assertThat(log.about(command.subject())).isEmpty();
    }

    private static GiveFeedback about(
            SubjectId who, ContentId what, FeedbackType type, @Nullable Double value, @Nullable String text) {
        return new GiveFeedback(who, new MessageId("f-1"), what, type, value, text, NOON);
    }
}
