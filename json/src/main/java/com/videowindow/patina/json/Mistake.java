package com.videowindow.patina.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;

/**
 * What is wrong with JSON that somebody sent, in words that never repeat what they sent.
 *
 * @param field the path of the field, for example {@code events[3].context.rank}; empty for the document as a whole
 */
public record Mistake(String field, String why) {

    public static Mistake in(JsonProcessingException unreadable) {
        if (!(unreadable instanceof JsonMappingException mapping)) {
            return new Mistake("", "is not well-formed JSON");
        }
        return new Mistake(path(mapping), why(mapping));
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
            case ValueInstantiationException refused
            when refused.getCause() instanceof IllegalArgumentException reason && reason.getMessage() != null ->
                reason.getMessage();
            case MismatchedInputException absent
            when absent.getOriginalMessage().startsWith("Missing required creator property") -> "is required";
            case MismatchedInputException wrong
            when wrong.getOriginalMessage().startsWith("Trailing token") ->
                "must be one JSON value, with nothing after it";
            case MismatchedInputException wrong -> "has the wrong type";
            default ->
                mapping.getCause() instanceof JsonProcessingException
                        ? "is not well-formed JSON"
                        : "is not a valid value";
        };
    }
}
