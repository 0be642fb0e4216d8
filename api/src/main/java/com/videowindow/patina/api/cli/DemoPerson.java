package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Somebody invented, with what they did; told the same way every time, so that the log knows it has heard it. */
record DemoPerson(JsonNode story, Map<String, JsonNode> content) {

    private static final Duration BETWEEN = Duration.ofHours(7);

    String userId() {
        return story.path("userId").asText();
    }

    /** What they understand. */
    JsonNode languages() {
        return story.path("languages");
    }

    /** What they did up to {@code began}, oldest first. */
    ObjectNode events(Instant began) {
        ObjectNode batch = Http.JSON.createObjectNode();
        ArrayNode events = batch.putArray("events");
        story.path("watched").properties().forEach(seen -> {
            String id = seen.getKey();
            ObjectNode engagement = add(events, "view", id).putObject("engagement");
            double completion = seen.getValue().asDouble();
            engagement.put("completion", completion);
            engagement.put("watchedSeconds", Math.rint(completion * lasts(id).toSeconds()));
        });
        story.path("liked").forEach(id -> add(events, "like", id.asText()));
        story.path("saved").forEach(id -> add(events, "save", id.asText()));
        story.path("skipped").forEach(id -> add(events, "skip", id.asText()));
        story.path("followed").forEach(creator -> add(events, "follow", anyBy(creator.asText())));
        story.path("rated").properties().forEach(rated -> add(events, "rate", rated.getKey())
                .putObject("engagement")
                .put("rating", rated.getValue().asDouble()));
        for (int i = 0; i < events.size(); i++) {
            Instant at = began.minus(BETWEEN.multipliedBy(events.size() - i));
            ((ObjectNode) events.get(i)).put("at", at.toString()).put("messageId", "demo-" + userId() + "-" + i);
        }
        return batch;
    }

    private static ObjectNode add(ArrayNode events, String kind, String content) {
        ObjectNode event = events.addObject().put("kind", kind).put("contentId", content);
        event.putObject("context").put("surface", "home").put("platform", "web");
        return event;
    }

    private Duration lasts(String id) {
        return Duration.parse(known(id).path("duration").asText());
    }

    private JsonNode known(String id) {
        JsonNode found = content.get(id);
        if (found == null) {
            throw new IllegalStateException("The demo's people know content that its catalogue lacks: " + id);
        }
        return found;
    }

    private String anyBy(String creator) {
        return content.values().stream()
                .filter(each -> each.path("creator").asText().equals(creator))
                .map(each -> each.path("id").asText())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The demo has nothing by " + creator));
    }
}
