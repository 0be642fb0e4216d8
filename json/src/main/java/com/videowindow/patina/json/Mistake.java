package com.videowindow.patina.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.net.URI;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;

/**
 * What is wrong with JSON that somebody sent, in words that never repeat what they sent.
 *
 * @param field the path of the field, for example {@code events[3].context.rank}; empty for the document as a whole
 */
public record Mistake(String field, String why) {

    private static final Map<Class<?>, String> FORMS = Map.of(
            UUID.class, "must be a UUID",
            URI.class, "must be a URI",
            Duration.class, "must be an ISO 8601 duration, for example PT12M",
            Currency.class, "must be an ISO 4217 currency code, for example EUR");
    private static final String MALFORMED = "is not well-formed JSON";

    public static Mistake in(JsonProcessingException unreadable) {
        if (unreadable instanceof JsonMappingException mapping) {
            return new Mistake(path(mapping), why(mapping));
        }
        boolean twice = unreadable.getOriginalMessage().startsWith("Duplicate field");
        return new Mistake("", twice ? "names a field twice" : MALFORMED);
    }

    private static String path(JsonMappingException mapping) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : mapping.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String why(JsonMappingException mapping) {
        return switch (mapping) {
            case UnrecognizedPropertyException unknown -> "is not a known field";
            case InvalidNullException missing -> "is required";
            case InvalidFormatException unreadable -> form(unreadable.getTargetType());
            case ValueInstantiationException refused
            when refused.getCause() instanceof IllegalArgumentException reason && reason.getMessage() != null ->
                reason.getMessage();
            case MismatchedInputException mismatch -> mismatch(mismatch.getOriginalMessage());
            default ->
                switch (mapping.getCause()) {
                    case InputCoercionException tooLarge -> "is out of range";
                    case JsonProcessingException malformed -> MALFORMED;
                    case null, default -> "is not a valid value";
                };
        };
    }

    private static String mismatch(String message) {
        if (message.startsWith("Missing required creator property")) {
            return "is required";
        }
        return message.startsWith("Trailing token")
                ? "must be one JSON value, with nothing after it"
                : "has the wrong type";
    }

    private static String form(Class<?> target) {
        return FORMS.getOrDefault(target, "has the wrong type");
    }
}
