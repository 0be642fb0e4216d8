package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.allowed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.domain.consent.Purpose;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsOfThePastTest {
    /** As if consents had once been written without a channel, under a shorter name for the policy. */
    private static final String OLD = """
            {"subject":"%s","purpose":"training","version":"1","at":"2026-11-01T12:00:00Z"}
            """.formatted(ANNA);

    @Test
    void an_old_revision_is_read_as_if_it_had_been_written_today(@TempDir Path folder) throws Exception {
        try (OpenLog open = OpenLog.in(folder, EventLogSettings.DEFAULTS, upcasting())) {
            store(open, "ConsentGiven", "0", OLD);

            try (BlockingStream<TrackedEventMessage<?>> stream =
                    open.log().eventStore().openStream(null)) {
                assertThat(stream.nextAvailable().getPayload()).isEqualTo(allowed(ANNA, Purpose.TRAINING));
            }
            assertThat(open.log().eventStore().readEvents("consents/1").next().getPayload())
                    .isEqualTo(allowed(ANNA, Purpose.TRAINING));
        }
    }

    @Test
    void a_name_that_this_version_does_not_know_stops_the_reader_and_says_which(@TempDir Path folder) {
        try (OpenLog open = OpenLog.in(folder);
                BlockingStream<TrackedEventMessage<?>> stream =
                        open.log().eventStore().openStream(null)) {
            store(open, "TeaBrewed", "1", "{}");

            assertThatThrownBy(stream::nextAvailable)
                    .isInstanceOf(UnknownStoredEvent.class)
                    .hasMessageContaining("TeaBrewed");
            assertThatThrownBy(() ->
                            open.log().eventStore().readEvents("consents/1").next())
                    .isInstanceOf(UnknownStoredEvent.class);
        }
    }

    @Test
    void a_revision_that_no_upcaster_knows_stops_the_reader_too(@TempDir Path folder) {
        try (OpenLog open = OpenLog.in(folder);
                BlockingStream<TrackedEventMessage<?>> stream =
                        open.log().eventStore().openStream(null)) {
            store(open, "ConsentGiven", "0", OLD);

            assertThatThrownBy(stream::nextAvailable)
                    .isInstanceOf(UnknownStoredEvent.class)
                    .hasMessageContaining("revision 0 of ConsentGiven");
        }
    }

    private static void store(OpenLog open, String type, String revision, String json) {
        LoggedEvent event = LoggedEvent.of(
                "consents/1@0",
                "an-event",
                type,
                revision,
                0,
                "Consents",
                ANNA.toString(),
                new Binary(json.getBytes(StandardCharsets.UTF_8)),
                null);
        new Blocks(open.database(), EventLogSettings.DEFAULTS.patience())
                .insert(Head.EMPTY.seal(List.of(event), "the past").block());
    }

    private static EventLog.Parts upcasting() {
        EventLog.Parts standard = EventLog.Parts.standard();
        return new EventLog.Parts(
                standard.events(),
                standard.general(),
                new EventUpcasterChain(List.of(new ConsentWithChannel())),
                standard.meters());
    }

    private static final class ConsentWithChannel extends SingleEventUpcaster {
        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(new SimpleSerializedType("ConsentGiven", "0"));
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(new SimpleSerializedType("ConsentGiven", "1"), JsonNode.class, payload -> {
                ObjectNode consent = (ObjectNode) payload;
                consent.set("policy", consent.remove("version"));
                return consent.put("channel", "web");
            });
        }
    }
}
