package com.videowindow.patina.json;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.videowindow.patina.domain.interest.Facet;
import java.io.IOException;
import java.io.Serial;

/** Reads {@code kind:value}. */
final class FacetReader extends FromStringDeserializer<Facet> {

    @Serial
    private static final long serialVersionUID = 1L;

    FacetReader() {
        super(Facet.class);
    }

    @Override
    protected Facet _deserialize(String text, DeserializationContext context) throws IOException {
        try {
            return Facet.parse(text);
        } catch (IllegalArgumentException unreadable) {
            throw context.instantiationException(Facet.class, unreadable);
        }
    }

    @Override
    protected Object _deserializeFromEmptyString(DeserializationContext context) throws IOException {
        return _deserialize("", context);
    }
}
