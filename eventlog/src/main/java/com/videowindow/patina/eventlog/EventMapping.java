package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.AboutSeveral;
import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.Provable;
import com.videowindow.patina.domain.audit.UnknownEvent;
import com.videowindow.patina.eventlog.Seals.Plain;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.LazyDeserializingObject;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** Between Axon's messages and logged events: the one place where payload bytes are made and read. */
final class EventMapping {
    private final Serializer serializer;
    private final EventUpcaster upcasters;
    private final Seals seals;
    private final ClosedKeys closed;

    EventMapping(Serializer serializer, EventUpcaster upcasters, Seals seals) {
        this.serializer = serializer;
        this.seals = seals;
        this.closed = seals.closed();
        this.upcasters = stored -> oneEach(upcasters.upcast(stored));
    }

    /** Of two at one place the second would never be read: a reader that is past the first is past the place. */
    private static Stream<IntermediateEventRepresentation> oneEach(Stream<IntermediateEventRepresentation> events) {
        AtomicReference<@Nullable Object> last = new AtomicReference<>();
        return events.map(event -> {
            Object place = event.getTrackingToken().<Object>map(token -> token).orElseGet(event::getSequenceNumber);
            if (place.equals(last.getAndSet(place))) {
                throw new IllegalStateException("an upcaster makes two events of one, at " + place + ", the second a "
                        + event.getType().getName() + "; only one can be read there");
            }
            return event;
        });
    }

    /** Which keys are not written under any more; asked for its count before {@link #logged}. */
    ClosedKeys closed() {
        return closed;
    }

    List<LoggedEvent> logged(List<? extends EventMessage<?>> messages) {
        return seals.sealed(messages.stream()
                .map(message -> Plain.of(plain(message), message.getPayload()))
                .toList());
    }

    /** As it was before it was sealed; an event whose key is gone, as one that says so. */
    LoggedEvent opened(LoggedEvent stored) {
        return seals.opened(List.of(stored)).getFirst();
    }

    private LoggedEvent plain(EventMessage<?> message) {
        SerializedObject<byte[]> payload = message.serializePayload(serializer, byte[].class);
        boolean streamed = message instanceof DomainEventMessage<?>;
        String key = message instanceof DomainEventMessage<?> domain
                ? EventKey.text(domain.getAggregateIdentifier(), domain.getSequenceNumber())
                : EventKey.text(message.getIdentifier(), 0);
        String aggregate = message instanceof DomainEventMessage<?> domain ? domain.getType() : null;
        return new LoggedEvent(
                key,
                message.getIdentifier(),
                payload.getType().getName(),
                Objects.requireNonNullElse(payload.getType().getRevision(), ""),
                message.getTimestamp().toEpochMilli(),
                streamed ? Objects.requireNonNullElse(aggregate, "") : null,
                subject(message.getPayload()),
                new Binary(isPlain(message.getPayload()) ? payload.getData() : Payloads.packed(payload.getData())),
                metadata(message),
                Hash.ZERO);
    }

    private static @Nullable String subject(Object payload) {
        return switch (payload) {
            case AboutSubject personal -> personal.subject().toString();
            case AboutSeveral shared -> SharedSeals.subjects(shared);
            default -> null;
        };
    }

    /** What is sealed in part could not be packed any more. */
    private static boolean isPlain(Object payload) {
        return payload instanceof Provable || payload instanceof AboutSeveral;
    }

    private @Nullable String metadata(EventMessage<?> message) {
        MetaData metadata = message.getMetaData();
        if (metadata.isEmpty()) {
            return null;
        }
        return new String(message.serializeMetaData(serializer, byte[].class).getData(), StandardCharsets.UTF_8);
    }

    /** Likewise, without what one about several people says about others than this one. */
    LoggedEvent openedFor(LoggedEvent stored, String subject) {
        return opened(SharedSeals.isShared(stored) ? SharedSeals.only(stored, subject) : stored);
    }

    /** Asks once for the keys of all these blocks, which are read next. */
    void prepare(List<Block> blocks) {
        seals.prepare(blocks);
    }

    /** As Axon does it, except that an event that this version does not know spoils no others of its block. */
    List<TrackedEventMessage<?>> tracked(Block block) {
        List<LoggedEvent> events = seals.opened(block.events());
        Stream<IntermediateEventRepresentation> stored = IntStream.range(0, events.size())
                .mapToObj(offset -> stored(
                        events.get(offset),
                        new GlobalSequenceTrackingToken(block.position(offset).value())))
                .map(data -> new InitialEventRepresentation(data, serializer));
        return upcasters
                .upcast(stored)
                .<TrackedEventMessage<?>>map(read -> tracked(read, events))
                .toList();
    }

    private TrackedEventMessage<?> tracked(IntermediateEventRepresentation read, List<LoggedEvent> block) {
        GlobalSequenceTrackingToken token =
                (GlobalSequenceTrackingToken) read.getTrackingToken().orElseThrow();
        Message<?> message = message(read, block.get(new LogPosition(token.getGlobalIndex()).offset()));
        return read.getAggregateIdentifier().isEmpty()
                ? new GenericTrackedEventMessage<>(token, message, read::getTimestamp)
                : new GenericTrackedDomainEventMessage<>(
                        token,
                        read.getAggregateType().orElse(""),
                        read.getAggregateIdentifier().get(),
                        read.getSequenceNumber().orElse(0L),
                        message,
                        read::getTimestamp);
    }

    private Message<?> message(IntermediateEventRepresentation read, LoggedEvent stored) {
        UnknownEvent form = unknownForm(stored);
        if (form != null) {
            return unread(read, form);
        }
        try {
            return new SerializedMessage<>(
                    read.getMessageIdentifier(),
                    new LazyDeserializingObject<>(read::getData, read.getType(), serializer),
                    read.getMetaData());
        } catch (UnknownEvent e) {
            UnknownEvent why = serializer instanceof EventSerializer ours
                    ? ours.unknown(read.getType(), read.getAggregateType().orElse(null))
                    : e;
            return unread(read, why);
        }
    }

    /** Why its payload is nothing to this version, whatever it is named; absent where it is not. */
    private @Nullable UnknownEvent unknownForm(LoggedEvent stored) {
        byte[] payload = stored.payload().getData();
        return serializer instanceof EventSerializer ours && !Payloads.isKnown(payload)
                ? ours.unknownForm(payload[0], stored.type(), stored.aggregate())
                : null;
    }

    private static Message<?> unread(IntermediateEventRepresentation read, UnknownEvent why) {
        return new UnreadMessage(read.getMessageIdentifier(), read.getMetaData().getObject(), why);
    }

    private static StoredData stored(LoggedEvent event, GlobalSequenceTrackingToken token) {
        return event.aggregate() == null ? new StoredData(event, token) : new StoredDomainData(event, token);
    }

    DomainEventStream stream(Stream<LoggedEvent> events) {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(
                events.map(this::opened).map(this::ofStream), serializer, upcasters);
    }

    private StoredDomainData ofStream(LoggedEvent event) {
        UnknownEvent form = unknownForm(event);
        if (form != null) {
            throw form;
        }
        return new StoredDomainData(event, null);
    }
}
