package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.allowed;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.bson.types.Binary;
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

    private static List<TrackedEventMessage<?>> tracked(OpenLog open, int events) throws InterruptedException {
        List<TrackedEventMessage<?>> found = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream =
                open.log().eventStore().openStream(null)) {
            while (found.size() < events) {
                found.add(stream.nextAvailable());
            }
        }
        return found;
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
        return LoggedEvent.of(
                STREAM + "@" + sequence,
                "event-" + sequence,
                type,
                revision,
                0,
                kind,
                ANNA.toString(),
                new Binary(json.getBytes(StandardCharsets.UTF_8)),
                null);
    }

    private static void store(OpenLog open, LoggedEvent... events) {
        new Blocks(open.database(), EventLogSettings.DEFAULTS.patience())
                .insert(Head.EMPTY.seal(List.of(events), "the past").block());
        open.log().eventStore().createHeadToken();
    }

    private static EventLog.Parts inItsThirdRevision() {
        EventLog.Parts standard = EventLog.Parts.standard();
        EventNames names =
                new EventNames(List.of(new EventNames.StoredName("consents", "ConsentGiven", "3", ConsentGiven.class)));
        return new EventLog.Parts(
                new EventSerializer(names, PatinaJson.mapper()),
                standard.general(),
                new EventUpcasterChain(List.of(
                        new Step("1", "2", consent -> consent.set("policy", consent.remove("version"))),
                        new Step("2", "3", consent -> consent.put("channel", "web")))),
                standard.meters());
    }

    /** From one revision of given consents to the next. */
    private static final class Step extends SingleEventUpcaster {
        private final SimpleSerializedType from;
        private final SimpleSerializedType to;
        private final UnaryOperator<ObjectNode> change;

        Step(String from, String to, UnaryOperator<ObjectNode> change) {
            this.from = new SimpleSerializedType("ConsentGiven", from);
            this.to = new SimpleSerializedType("ConsentGiven", to);
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
