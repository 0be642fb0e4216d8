package com.videowindow.patina.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.io.Serial;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code add_to_cart}, {@code ADD-TO-CART} and {@code addToCart} alike; tracking clients write all of them. */
final class EnumReader extends StdScalarDeserializer<Object> {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> constants = new LinkedHashMap<>();
    /** What we wrote ourselves needs no looking at its letters. */
    private final transient Map<String, Object> asWritten = new HashMap<>();

    private final String known;

    EnumReader(Class<?> type) {
        super(type);
        StringBuilder names = new StringBuilder("must be one of");
        for (Object constant : type.getEnumConstants()) {
            String written = Ours.written((Enum<?>) constant);
            constants.put(bare(written), constant);
            asWritten.put(written, constant);
            names.append(constants.size() == 1 ? " " : ", ").append(written);
        }
        known = names.toString();
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Object constant = parser.currentToken() == JsonToken.VALUE_STRING ? constant(parser.getText()) : null;
        if (constant == null) {
            throw context.instantiationException(handledType(), new IllegalArgumentException(known));
        }
        return constant;
    }

    private @Nullable Object constant(String name) {
        Object known = asWritten.get(name);
        return known == null ? constants.get(bare(name)) : known;
    }

    private static String bare(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        name.chars().filter(c -> c != '_' && c != '-' && c != ' ').forEach(c -> letters.append((char) c));
        return letters.toString().toLowerCase(Locale.ROOT);
    }
}
