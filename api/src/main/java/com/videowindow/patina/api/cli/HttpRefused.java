package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** The server answered, but not with success. */
final class HttpRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    HttpRefused(String what, int status, String body) {
        super(inWords(what, status, body));
        this.status = status;
    }

    /** A problem's own words, if it is one. */
    private static String inWords(String what, int status, String body) {
        try {
            JsonNode problem = Http.JSON.readTree(body);
            String title = problem.path("title").asText();
            if (!title.isEmpty()) {
                String detail = problem.at("/errors/0/message")
                        .asText(problem.path("detail").asText());
                return title + (detail.isEmpty() ? "" : ": " + detail) + " (" + what + ", " + status + ")";
            }
        } catch (JsonProcessingException notJson) {
            // told as it came
        }
        return what + " was answered with " + status + ": " + body;
    }

    int status() {
        return status;
    }
}
