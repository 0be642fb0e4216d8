package com.videowindow.patina.eventlog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** A logged event as Axon's upcasters and serializers want to see it. */
sealed class StoredData implements TrackedEventData<byte[]> permits StoredDomainData {
    private static final byte[] NO_METADATA = "{}".getBytes(StandardCharsets.UTF_8);

    private final LoggedEvent event;
    private final @Nullable TrackingToken token;

    StoredData(LoggedEvent event, @Nullable TrackingToken token) {
        this.event = event;
        this.token = token;
    }

    LoggedEvent event() {
        return event;
    }

    /** Absent when read as part of its stream: Axon allows that, though it does not say so. */
    @Override
    @SuppressWarnings("NullAway")
    public TrackingToken trackingToken() {
        return token;
    }

    @Override
    public String getEventIdentifier() {
        return event.id();
    }

    @Override
    public Instant getTimestamp() {
        return Instant.ofEpochMilli(event.at());
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        String metadata = event.metadata();
        return new SerializedMetaData<>(
                metadata == null ? NO_METADATA : metadata.getBytes(StandardCharsets.UTF_8), byte[].class);
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        String revision = event.revision().isEmpty() ? null : event.revision();
        return new Packed(event.payload(), new SimpleSerializedType(event.type(), revision));
    }

    /**
     * Unpacked when somebody asks what it says, and not before: Axon asks for the payload of every event of a block to
     * learn its type, and one that cannot be unpacked is to fail alone.
     */
    private record Packed(Binary payload, SerializedType type) implements SerializedObject<byte[]> {
        @Override
        public Class<byte[]> getContentType() {
            return byte[].class;
        }

        @Override
        public SerializedType getType() {
            return type;
        }

        @Override
        public byte[] getData() {
            try {
                return Payloads.unpacked(payload.getData());
            } catch (IllegalStateException e) {
                // As with JSON that is damaged: the message that holds it adds its name.
                throw new SerializationException(e.getMessage(), e);
            }
        }
    }
}
