package com.videowindow.patina.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    private static final String TWICE = "names a field twice";
    private static final String MORE = "must be one JSON value, with nothing after it";
    private static final String WRONG_TYPE = "has the wrong type";
    private static final Set<String> ABOUT_FORM = Set.of(MALFORMED, TWICE, MORE, WRONG_TYPE);

    public static Mistake in(JsonProcessingException unreadable) {
        if (unreadable instanceof JsonMappingException mapping && !isMalformed(mapping)) {
            String field = path(mapping);
            String name = field.substring(field.lastIndexOf('.') + 1);
            String why = why(mapping);
            return new Mistake(field, why.startsWith(name + " ") ? why.substring(name.length() + 1) : why);
        }
        boolean twice = unreadable.getOriginalMessage().startsWith("Duplicate field");
        return new Mistake("", twice ? TWICE : MALFORMED);
    }

    /** Whether it could not be read at all, rather than being read and refused. */
    public boolean isAboutForm() {
        return field.isEmpty() && ABOUT_FORM.contains(why);
    }

    private static boolean isMalformed(JsonMappingException mapping) {
        return mapping.getCause() instanceof JsonProcessingException cause
                && !(cause instanceof JsonMappingException)
                && !(cause instanceof InputCoercionException);
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
        return path
                + component(mapping)
                        .map(name -> path.isEmpty() ? name : "." + name)
                        .orElse("");
    }

    /** A record that refuses one of its components, or an entry of it, names that first; the path then ends there. */
    private static Optional<String> component(JsonMappingException mapping) {
        if (!(mapping instanceof ValueInstantiationException refused)
                || !(refused.getCause() instanceof IllegalArgumentException reason)
                || !refused.getType().isRecordType()
                || Ours.isBareValue(refused.getType().getRawClass())) {
            return Optional.empty();
        }
        String message = String.valueOf(reason.getMessage());
        return Arrays.stream(refused.getType().getRawClass().getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> Pattern.compile(name + "(?:\\[\\d+])?(?= )").matcher(message))
                .filter(Matcher::lookingAt)
                .map(Matcher::group)
                .findFirst();
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
        return message.startsWith("Trailing token") ? MORE : WRONG_TYPE;
    }

    private static String form(Class<?> target) {
        return FORMS.getOrDefault(target, WRONG_TYPE);
    }
}
