package com.videowindow.patina.eventlog;

import org.bson.BsonBinary;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** One event inside a block, in a fixed order of fields; its key stands with the block. */
final class LoggedEventCodec {

    void encode(BsonWriter out, LoggedEvent event) {
        out.writeStartDocument();
        out.writeString("id", event.id());
        out.writeString("type", event.type());
        out.writeString("revision", event.revision());
        out.writeDateTime("at", event.at());
        writeOptional(out, "aggregate", event.aggregate());
        writeOptional(out, "subject", event.subject());
        out.writeBinaryData("payload", new BsonBinary(event.payload().getData()));
        writeOptional(out, "metadata", event.metadata());
        out.writeBinaryData("leaf", new BsonBinary(event.leaf().bytes()));
        out.writeEndDocument();
    }

    private static void writeOptional(BsonWriter out, String name, @Nullable String value) {
        if (value != null) {
            out.writeString(name, value);
        }
    }

    LoggedEvent decode(BsonReader in, String key) {
        in.readStartDocument();
        String id = in.readString("id");
        String type = in.readString("type");
        String revision = in.readString("revision");
        long at = in.readDateTime("at");
        Optionals optionals = new Optionals();
        Binary payload = optionals.upTo(in, "payload");
        Binary leaf = optionals.upTo(in, "leaf");
        in.readEndDocument();
        return new LoggedEvent(
                key,
                id,
                type,
                revision,
                at,
                optionals.aggregate,
                optionals.subject,
                payload,
                optionals.metadata,
                Hash.of(leaf.getData()));
    }

    /** Collects optional texts on the way to the next binary field. */
    private static final class Optionals {
        private @Nullable String aggregate;
        private @Nullable String subject;
        private @Nullable String metadata;

        Binary upTo(BsonReader in, String field) {
            while (in.readBsonType() != BsonType.END_OF_DOCUMENT) {
                String name = in.readName();
                switch (name) {
                    case "aggregate" -> aggregate = in.readString();
                    case "subject" -> subject = in.readString();
                    case "metadata" -> metadata = in.readString();
                    default -> {
                        if (!name.equals(field)) {
                            throw new IllegalStateException("expected " + field + " in an event, found " + name);
                        }
                        return new Binary(in.readBinaryData().getData());
                    }
                }
            }
            throw new IllegalStateException("an event has no " + field);
        }
    }
}
