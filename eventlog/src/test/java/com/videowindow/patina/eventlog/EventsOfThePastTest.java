package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.allowed;
import static com.videowindow.patina.eventlog.StoredByHand.event;
import static com.videowindow.patina.eventlog.StoredByHand.store;
import static com.videowindow.patina.eventlog.StoredByHand.tracked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.domain.audit.UnknownEvent;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ConsentWithdrawn;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.eventlog.letters.LetterQueue;
import com.videowindow.patina.json.PatinaJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsOfThePastTest {
    private static final String STREAM = "consents/1";

    /** As if consents had once been written without a channel, and before that under another name for the policy. */
    private static final String FIRST = """
        {"subject":"%s","purpose":"training","version":"1","at":"2026-11-01T12:00:00Z"}
        """.formatted(ANNA);

    private static final String SECOND = FIRST.replace("version", "policy");

    @Test
    void old_revisions_are_read_as_if_they_had_been_written_today(@TempDir Path folder) throws Exception {
        try (OpenLog open = OpenLog.in(folder, EventLogSettings.DEFAULTS, inItsThirdRevision())) {
            store(open, consent(0, "1", FIRST), consent(1, "2", SECOND));
            open.log()
                    .storageEngine()
                    .appendEvents(
                            new GenericDomainEventMessage<>("consents", STREAM, 2, allowed(ANNA, Purpose.TRAINING)));

            assertThat(tracked(open, 3)).allMatch(each -> each.getPayload().equals(allowed(ANNA, Purpose.TRAINING)));
            assertThat(open.log().eventStore().readEvents(STREAM).asStream())
                    .hasSize(3)
                    .allMatch(each -> each.getPayload().equals(allowed(ANNA, Purpose.TRAINING)));
        }
    }

    @Test
    void an_old_event_that_could_not_be_handled_is_tried_again_as_one_of_today(@TempDir Path folder) throws Exception {
        try (OpenLog open = OpenLog.in(folder, EventLogSettings.DEFAULTS, inItsThirdRevision())) {
            store(open, consent(0, "1", FIRST), consent(1, "2", SECOND));
            SequencedDeadLetterQueue<EventMessage<?>> queue =
                    LetterQueue.of("group", open.database(), open.log().eventStore(), LetterQueue.Limits.DEFAULTS);
            for (TrackedEventMessage<?> each : tracked(open, 2)) {
                queue.enqueue(STREAM, new GenericDeadLetter<>(STREAM, each));
            }

            List<Object> again = new ArrayList<>();
            assertThat(queue.process(letter -> {
                        again.add(letter.message().getPayload());
                        return Decisions.evict();
                    }))
                    .isTrue();
            assertThat(again).hasSize(2).containsOnly(allowed(ANNA, Purpose.TRAINING));
        }
    }

    @Test
    void a_name_that_is_no_longer_written_is_read_as_the_one_that_took_its_place(@TempDir Path folder)
            throws Exception {
        Step renamed = new Step(type("ConsentGranted", "1"), type("ConsentGiven", "1"), consent -> consent);
        try (OpenLog open = OpenLog.in(folder, EventLogSettings.DEFAULTS, reading("1", renamed))) {
            store(open, logged("consents", "ConsentGranted", "1", 0, today()), consent(1, "1", today()));

            assertThat(tracked(open, 2)).allMatch(each -> each.getPayload().equals(allowed(ANNA, Purpose.TRAINING)));
            assertThat(open.log().eventStore().readEvents(STREAM).asStream())
                    .hasSize(2)
                    .allMatch(each -> each.getPayload().equals(allowed(ANNA, Purpose.TRAINING)));
        }
    }

    /** Both halves would stand at one position, and every reader that is past the first would pass over the second. */
    @Test
    void an_event_that_an_upcaster_makes_two_of_is_refused_with_its_name_and_place(@TempDir Path folder) {
        EventUpcaster twice = stored -> stored.flatMap(event -> Stream.of(event, event));
        try (OpenLog open = OpenLog.in(folder, EventLogSettings.DEFAULTS, reading("1", twice))) {
            store(open, consent(0, "1", today()));

            assertThatThrownBy(() -> tracked(open, 1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("ConsentGiven")
                    .hasMessageContaining("two");
            assertThatThrownBy(() -> open.log()
                            .eventStore()
                            .readEvents(STREAM)
                            .asStream()
                            .toList())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("ConsentGiven");
        }
    }

    @Test
    void a_name_that_this_version_does_not_know_fails_whoever_asks_and_spoils_no_other(@TempDir Path folder)
            throws Exception {
        try (OpenLog open = OpenLog.in(folder)) {
            store(open, consent(0, "1", today()), unknown("consents", "TeaBrewed", 1), consent(2, "1", today()));

            List<TrackedEventMessage<?>> all = tracked(open, 3);
            assertThat(all.getFirst().getPayload()).isEqualTo(all.getLast().getPayload());
            TrackedEventMessage<?> tea = all.get(1);
            assertThatThrownBy(tea::getPayloadType)
                    .isInstanceOf(UnknownEvent.class)
                    .hasMessageContaining("TeaBrewed");
            assertThatThrownBy(tea::getPayload).isInstanceOf(UnknownEvent.class);
            assertThatThrownBy(() -> open.log()
                            .eventStore()
                            .readEvents(STREAM)
                            .asStream()
                            .toList())
                    .isInstanceOf(UnknownEvent.class);
        }
    }

    @Test
    void what_it_may_concern_is_told_by_its_name_or_else_by_its_kind_of_stream(@TempDir Path folder) throws Exception {
        try (OpenLog open = OpenLog.in(folder)) {
            store(
                    open,
                    consent(0, "9", today()),
                    unknown("consents", "ConsentForgotten", 1),
                    unknown("teahouse", "TeaBrewed", 2));

            UnknownEvent revision = why(open, 0);
            assertThat(revision).hasMessageContaining("revision 9 of ConsentGiven");
            assertThat(revision.mayConcern(ConsentGiven.class::equals)).isTrue();
            assertThat(revision.mayConcern(ConsentWithdrawn.class::equals)).isFalse();

            UnknownEvent name = why(open, 1);
            assertThat(name.mayConcern(ConsentWithdrawn.class::equals)).isTrue();
            assertThat(name.mayConcern(InteractionRecorded.class::equals)).isFalse();

            UnknownEvent kind = why(open, 2);
            assertThat(EventNames.CURRENT.all()).allMatch(each -> kind.mayConcern(each.type()::equals));
        }
    }

    private static UnknownEvent why(OpenLog open, int offset) throws InterruptedException {
        TrackedEventMessage<?> message = tracked(open, 3).get(offset);
        return Optional.ofNullable(catchThrowableOfType(UnknownEvent.class, message::getPayload))
                .orElseThrow();
    }

    private static String today() {
        return SECOND.replace("}", ",\"channel\":\"web\"}");
    }

    private static LoggedEvent consent(int sequence, String revision, String json) {
        return logged("consents", "ConsentGiven", revision, sequence, json);
    }

    private static LoggedEvent unknown(String kind, String name, int sequence) {
        return logged(kind, name, "1", sequence, "{}");
    }

    private static LoggedEvent logged(String kind, String type, String revision, int sequence, String json) {
        return event(STREAM + "@" + sequence, kind, type, revision, json);
    }

    private static EventLog.Parts inItsThirdRevision() {
        return reading(
                "3",
                new EventUpcasterChain(
                        new Step(
                                type("ConsentGiven", "1"),
                                type("ConsentGiven", "2"),
                                consent -> consent.set("policy", consent.remove("version"))),
                        new Step(
                                type("ConsentGiven", "2"),
                                type("ConsentGiven", "3"),
                                consent -> consent.put("channel", "web"))));
    }

    private static SimpleSerializedType type(String name, String revision) {
        return new SimpleSerializedType(name, revision);
    }

    /** A version that knows given consents in this revision alone, and how to get there. */
    private static EventLog.Parts reading(String revision, EventUpcaster upcasters) {
        EventLog.Parts standard = EventLog.Parts.standard();
        EventNames names = new EventNames(
                List.of(new EventNames.StoredName("consents", "ConsentGiven", revision, ConsentGiven.class)));
        return new EventLog.Parts(
                new EventSerializer(names, PatinaJson.mapper()),
                standard.general(),
                upcasters,
                standard.meters(),
                Seals.NONE);
    }

    /** From one name and revision to the next. */
    private static final class Step extends SingleEventUpcaster {
        private final SimpleSerializedType from;
        private final SimpleSerializedType to;
        private final UnaryOperator<ObjectNode> change;

        Step(SimpleSerializedType from, SimpleSerializedType to, UnaryOperator<ObjectNode> change) {
            this.from = from;
            this.to = to;
            this.change = change;
        }

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(from);
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(to, JsonNode.class, payload -> change.apply((ObjectNode) payload));
        }
    }
}
