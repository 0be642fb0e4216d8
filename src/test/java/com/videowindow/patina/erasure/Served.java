package com.videowindow.patina.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.node.Client;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.client.RestClientException;

/** What one node tells somebody of themselves, from all that tells something. */
final class Served {
    static final String LIST = "list as one whom it knows";
    static final String CONSENT = "consent";
    static final String EXPORT = "export";

    private Served() {}

    static String profile(String technique) {
        return "profile " + technique;
    }

    static String history(String content) {
        return "history " + content;
    }

    /** Absent when the node did not answer, or not everything. */
    static Optional<Set<String>> to(Client person) {
        try {
            Set<String> all = new TreeSet<>();
            String interests = ok(person.profile()).path("interests").toString();
            for (String technique : Set.of("dovetail", "turning")) {
                if (interests.contains(technique)) {
                    all.add(profile(technique));
                }
            }
            if (!ok(person.recommendations()).has("fallback")) {
                all.add(LIST);
            }
            for (JsonNode one : items(person, "/api/v1/user/interactions")) {
                all.add(history(one.path("contentId").asText()));
            }
            if (!ok(person.get("/api/v1/user/consents/history", Role.SUBJECT))
                    .path("changes")
                    .isEmpty()) {
                all.add(CONSENT);
            }
            if (!items(person, "/api/v1/user/exports").isEmpty()) {
                all.add(EXPORT);
            }
            return Optional.of(all);
        } catch (RestClientException | NotAnswered died) {
            return Optional.empty();
        }
    }

    private static JsonNode items(Client person, String address) {
        return ok(person.get(address, Role.SUBJECT)).path("items");
    }

    private static JsonNode ok(Client.Answer answer) {
        if (answer.status() != 200 || answer.degraded()) {
            throw new NotAnswered();
        }
        return answer.json();
    }

    private static final class NotAnswered extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
