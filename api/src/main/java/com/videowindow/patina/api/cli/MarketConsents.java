package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.learning.simulation.Resident;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the people of a simulated market are asked, and how they answer. A yes is told with the import that they come by, as
 * given on the day on which they come; a no is their own word, which no import can say.
 *
 * @param versions of the policies, by purpose
 */
record MarketConsents(Map<Purpose, String> versions) {
    private static final List<Purpose> ASKED = List.of(Purpose.PERSONALIZATION, Purpose.TRAINING, Purpose.ANALYTICS);

    /** Before which their first day has begun nowhere. */
    private static final Duration ANY_ZONE = Duration.ofHours(14);

    /** What people are asked about now; what was never published is published first. */
    static MarketConsents published(Server server) throws IOException {
        Http person = server.as(Role.SUBJECT, "simulate-market");
        Map<Purpose, String> asked = asked(person);
        if (!asked.keySet().containsAll(ASKED)) {
            Http officer = server.as(Role.COMPLIANCE, "simulate-market");
            for (JsonNode policy : DemoSeed.load().policies()) {
                Purpose purpose = new Purpose(policy.path("purpose").asText());
                if (ASKED.contains(purpose) && !asked.containsKey(purpose)) {
                    officer.put("/api/v1/compliance/policies/" + purpose + "/1", policy.path("asked"));
                    asked.put(purpose, "1");
                }
            }
        }
        return new MarketConsents(asked);
    }

    private static Map<Purpose, String> asked(Http person) {
        Map<Purpose, String> asked = new LinkedHashMap<>();
        person.get("/api/v1/user/policies")
                .path("policies")
                .forEach(policy -> asked.put(
                        new Purpose(policy.path("purpose").asText()),
                        policy.path("policyVersion").asText()));
        return asked;
    }

    /** Says each no of theirs, once for ever. */
    void refuse(Resident who, Server server) {
        List<Purpose> refused = ASKED.stream()
                .filter(purpose -> !who.allows().contains(purpose))
                .toList();
        if (refused.isEmpty()) {
            return;
        }
        Http person = server.as(Role.SUBJECT, who.userId());
        for (Purpose purpose : refused) {
            person.put(
                    "/api/v1/user/consents/" + purpose,
                    Http.object(Map.of("granted", false, "policyVersion", version(purpose))));
        }
    }

    /** By which they come: one for each version that they say yes to, or one without any. */
    List<ObjectNode> arrivals(Resident who, Instant firstDay) {
        Map<String, List<Purpose>> byVersion = new LinkedHashMap<>();
        for (Purpose purpose : ASKED) {
            if (who.allows().contains(purpose)) {
                byVersion
                        .computeIfAbsent(version(purpose), version -> new ArrayList<>())
                        .add(purpose);
            }
        }
        List<ObjectNode> all = new ArrayList<>();
        byVersion.forEach((version, purposes) -> {
            ObjectNode arrival = person(who).put("policyVersion", version).put("language", "en");
            arrival.put("givenAt", firstDay.minus(ANY_ZONE).toString());
            purposes.forEach(purpose -> arrival.withArray("consents").add(purpose.name()));
            all.add(arrival);
        });
        return all;
    }

    /** Without a consent and without a deed. */
    static ObjectNode person(Resident who) {
        ObjectNode person = Http.JSON.createObjectNode().put("source", "market").put("userId", who.userId());
        person.putArray("consents");
        person.putArray("events");
        return person;
    }

    private String version(Purpose purpose) {
        return versions.getOrDefault(purpose, "1");
    }
}
