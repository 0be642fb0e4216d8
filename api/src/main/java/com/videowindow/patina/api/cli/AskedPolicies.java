package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Under which policies a data set's consents are taken over: those that people are asked about now, or that were named.
 *
 * @param purposes by version
 */
record AskedPolicies(Map<String, List<String>> purposes) {
    static final List<String> WANTED = List.of("personalization", "training");

    /** Where nothing was published, the version is the data set's own word. */
    private static final String UNPUBLISHED = "import-1";

    /** In which the people of these sets were asked, whichever text of a policy that is. */
    private static final String LANGUAGE = "en";

    /**
     * @param asked by {@code GET /user/policies}
     * @param named versions by purpose
     */
    static AskedPolicies of(JsonNode asked, Map<String, String> named) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (String purpose : WANTED) {
            String version = named.getOrDefault(purpose, newest(asked, purpose));
            all.computeIfAbsent(version, policy -> new ArrayList<>()).add(purpose);
        }
        return new AskedPolicies(all);
    }

    private static String newest(JsonNode asked, String purpose) {
        for (JsonNode each : asked.path("policies")) {
            if (each.path("purpose").asText().equals(purpose)) {
                return each.path("policyVersion").asText();
            }
        }
        return UNPUBLISHED;
    }

    /** One for each version, the last with the events, since all consents come before what rests on them. */
    List<ObjectNode> requests(String userId, List<ObjectNode> events) {
        List<ObjectNode> all = new ArrayList<>();
        purposes.forEach((version, of) -> {
            ObjectNode request = Http.JSON.createObjectNode();
            request.put("source", "movielens").put("userId", userId);
            request.put("policyVersion", version).put("language", LANGUAGE);
            of.forEach(request.putArray("consents")::add);
            request.putArray("events");
            all.add(request);
        });
        events.forEach(all.getLast().withArray("events")::add);
        return all;
    }
}
