package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.BEN;
import static com.videowindow.patina.eventlog.People.NOON;
import static com.videowindow.patina.eventlog.People.view;
import static com.videowindow.patina.eventlog.People.viewed;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.Moment;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moments by position and by time, and events read again by what they are known by. */
class AskingForThePastTest {
    private OpenLog open;
    private PastEvents past;

    @BeforeEach
    void an_empty_log(@TempDir Path folder) {
        open = OpenLog.in(folder);
        past = open.log().past();
    }

    @AfterEach
    void close() {
        open.close();
    }

    /** One commit with events that are so many seconds after noon. */
    private void commit(String stream, int first, int... seconds) {
        List<EventMessage<?>> events = new ArrayList<>();
        for (int i = 0; i < seconds.length; i++) {
            events.add(at(stream, first + i, NOON.plusSeconds(seconds[i])));
        }
        open.log().storageEngine().appendEvents(events);
    }

    private static EventMessage<?> at(String stream, long sequence, Instant time) {
        return new GenericDomainEventMessage<>(
                "shelf",
                stream,
                sequence,
                viewed(ANNA, stream + sequence),
                MetaData.emptyInstance(),
                stream + '-' + sequence,
                time);
    }

    private LogPosition positionAt(int seconds) {
        return past.at(NOON.plusSeconds(seconds)).position();
    }

    @Test
    void before_the_first_event_there_was_nothing() {
        assertThat(past.at(NOON)).isEqualTo(new Moment(LogPosition.START, NOON));
        commit("oak", 0, 10);

        assertThat(positionAt(9)).isEqualTo(LogPosition.START);
        assertThat(past.at(new LogPosition(0))).contains(new Moment(new LogPosition(0), NOON.plusSeconds(10)));
        assertThat(past.at(LogPosition.of(1, 0))).isEmpty();
        assertThat(past.at(LogPosition.of(0, 1))).isEmpty();
    }

    @Test
    void a_time_is_the_last_event_before_the_first_that_is_later() {
        commit("oak", 0, 10, 20, 30);
        commit("elm", 0, 30, 40);
        commit("ash", 0, 35, 50);

        assertThat(positionAt(10)).isEqualTo(LogPosition.of(0, 0));
        assertThat(positionAt(29)).isEqualTo(LogPosition.of(0, 1));
        assertThat(positionAt(30)).isEqualTo(LogPosition.of(1, 0));
        assertThat(positionAt(39)).isEqualTo(LogPosition.of(1, 0));
        assertThat(positionAt(45)).as("its clock is behind").isEqualTo(LogPosition.of(2, 0));
        assertThat(past.at(NOON.plusSeconds(30).plus(Duration.ofNanos(999_999))).position())
                .isEqualTo(LogPosition.of(1, 0));
        assertThat(positionAt(60)).isEqualTo(LogPosition.of(2, 1));
        assertThat(past.at(LogPosition.of(2, 0)).orElseThrow().at())
                .as("time never goes back")
                .isEqualTo(NOON.plusSeconds(40));
    }

    @Test
    void a_stream_and_single_events_are_read_again_with_their_places() {
        for (int first = 0; first < 150; first += 3) {
            commit("oak", first, first, first + 1, first + 2);
            open.log().facts().storeOnce(List.of(view(BEN, "message-" + first)));
        }

        assertThat(List.copyOf(past.stream("oak").keySet())).isSorted();
        assertThat(past.stream("oak").values())
                .containsExactlyElementsOf(IntStream.range(0, 150)
                        .mapToObj(sequence -> viewed(ANNA, "oak" + sequence))
                        .toList());
        assertThat(past.stream("elm")).isEmpty();
        assertThat(past.at(List.of(LogPosition.of(7, 0), LogPosition.of(0, 2), LogPosition.of(9_999, 0))))
                .containsOnlyKeys(LogPosition.of(0, 2), LogPosition.of(7, 0))
                .hasEntrySatisfying(LogPosition.of(7, 0), event -> assertThat(((InteractionRecorded) event).subject())
                        .isEqualTo(BEN));
    }
}
