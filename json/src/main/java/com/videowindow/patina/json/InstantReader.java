package com.videowindow.patina.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.videowindow.patina.domain.Check;
import java.io.IOException;
import java.io.Serial;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads ISO 8601 with four-digit years only: a bare number could be seconds or milliseconds, and is always a guess. */
final class InstantReader extends StdScalarDeserializer<Instant> {

    @Serial
    private static final long serialVersionUID = 1L;

    InstantReader() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            try {
                return Check.time(parser.getText());
            } catch (DateTimeException unreadable) {
                throw refusal(context, unreadable);
            }
        }
        throw refusal(context, null);
    }

    private static IOException refusal(DeserializationContext context, @Nullable Throwable cause) {
        return context.instantiationException(
                Instant.class,
                new IllegalArgumentException("must be an ISO 8601 time, for example 2026-11-23T12:00:00Z", cause));
    }
}
