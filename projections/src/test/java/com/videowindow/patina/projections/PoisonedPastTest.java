package com.videowindow.patina.projections;

import static com.videowindow.patina.projections.People.ANNA;
import static com.videowindow.patina.projections.People.BERT;
import static com.videowindow.patina.projections.People.DOVETAILS;
import static com.videowindow.patina.projections.People.NOON;
import static com.videowindow.patina.projections.People.SPOONS;
import static com.videowindow.patina.projections.People.likes;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.DeadLetters;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import com.videowindow.patina.projections.runner.PastState;
import com.videowindow.patina.projections.runner.PastState.Folded;
import java.util.SortedMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a poisoned event does to the past of its person. */
class PoisonedPastTest {
    private final OpenLog log = new OpenLog();
    private final Poison model = new Poison();
    private final FeedbackGiven before = likes(ANNA, SPOONS, 0);
    private final FeedbackGiven poison = likes(ANNA, DOVETAILS, 1);
    private final FeedbackGiven behind = likes(ANNA, SPOONS, 2);
    private final Node node = Node.on(log, Elastic.emptied(), model);

    @BeforeEach
    void a_poisoned_event_between_others() {
        model.failOver(poison);
        log.append(before, poison, behind);
        node.caughtUp();
    }

    @AfterEach
    void close() {
        node.close();
        log.close();
    }

    @Test
    void the_past_ends_before_it_and_is_not_whole() {
        assertThat(past(0)).isEqualTo(new Folded<>(liked(before), true));
        assertThat(past(1)).isEqualTo(new Folded<>(liked(before), false));
        assertThat(past(2)).isEqualTo(new Folded<>(liked(before), false));
    }

    @Test
    void the_past_goes_without_what_was_evicted_even_after_the_defect_is_mended() {
        node.the(DeadLetters.class).evict(model.name(), ANNA.toString(), new LogPosition(1), "cannot be", BERT, NOON);
        assertThat(past(2)).isEqualTo(new Folded<>(liked(before, behind), true));
        model.mend();
        assertThat(past(2)).isEqualTo(new Folded<>(liked(before, behind), true));
    }

    private Folded<Poison.Liked> past(long position) {
        SortedMap<LogPosition, DomainEvent> all =
                log.past().at(LongStream.range(0, 3).mapToObj(LogPosition::new).toList());
        return node.the(PastState.class).of(model, ANNA.toString(), all, new LogPosition(position));
    }

    private static Poison.Liked liked(FeedbackGiven... events) {
        return new Poison.Liked(
                Stream.of(events).map(event -> event.message().value()).toList());
    }
}
