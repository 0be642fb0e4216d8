package com.videowindow.patina.query.consent;

import static com.videowindow.patina.query.Workshop.ANNA;
import static com.videowindow.patina.query.Workshop.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.query.consent.ConsentChoices.Choice;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShowingConsentsTest {
    private static final Choice YES = new Choice(Purpose.TRAINING, true, new PolicyVersion("2"), Channel.WEB, NOW);

    @Test
    void every_purpose_is_listed_and_silence_is_a_no() {
        ConsentQueries queries = new ConsentQueries(
                subject -> new ConsentChoices(List.of(YES), false),
                (subject, position) -> new PastConsents.Found(List.of(), true));

        assertThat(queries.handle(new FindConsents(ANNA)).choices())
                .hasSize(Purpose.values().length)
                .contains(YES)
                .filteredOn(Choice::granted)
                .containsExactly(YES);
    }

    @Test
    void what_was_allowed_earlier_is_told_by_the_past() {
        ConsentQueries queries = new ConsentQueries(
                subject -> new ConsentChoices(List.of(), true),
                (subject, position) -> new PastConsents.Found(position.value() == 7 ? List.of(YES) : List.of(), true));

        assertThat(queries.handle(new FindPastConsents(ANNA, new LogPosition(7)))
                        .choices())
                .returns(false, ConsentChoices::degraded)
                .satisfies(then -> assertThat(then.choices()).contains(YES));
        assertThat(queries.handle(new FindPastConsents(ANNA, new LogPosition(6)))
                        .choices()
                        .choices())
                .noneMatch(Choice::granted);
    }
}
