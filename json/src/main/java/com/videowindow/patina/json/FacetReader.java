package com.videowindow.patina.json;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.videowindow.patina.domain.interest.Facet;
import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Reads {@code kind:value}. */
final class FacetReader extends FromStringDeserializer<Facet> {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int BITS = 13;

    /**
     * The same few thousand facets stand in all events and profiles: one object for each is read faster and takes half of
     * the memory of many events. Each place holds the last that fell on it; a race between readers costs one reading.
     */
    private static final @Nullable Read[] REMEMBERED = new Read[1 << BITS];

    private record Read(String text, Facet facet) {}

    FacetReader() {
        super(Facet.class);
    }

    @Override
    protected Facet _deserialize(String text, DeserializationContext context) throws IOException {
        int place = (text.hashCode() * 0x9E3779B9) >>> (Integer.SIZE - BITS);
        Read known = REMEMBERED[place];
        if (known != null && known.text.equals(text)) {
            return known.facet;
        }
        try {
            Facet facet = Facet.parse(text);
            REMEMBERED[place] = new Read(text, facet);
            return facet;
        } catch (IllegalArgumentException unreadable) {
            throw context.instantiationException(Facet.class, unreadable);
        }
    }

    @Override
    protected Object _deserializeFromEmptyString(DeserializationContext context) throws IOException {
        return _deserialize("", context);
    }
}
