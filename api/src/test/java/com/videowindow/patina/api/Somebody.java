package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import java.util.UUID;

/** Somebody with a history in every read model. */
record Somebody(String name, Calls calls, SubjectId subject, String list) {
    static Somebody with(String first) {
        String name = first + "-" + UUID.randomUUID();
        Calls calls = Node.person(name).consenting();
        calls.post("/api/v1/events", CraftCatalogue.view("m-1", "joint-1"));
        calls.post("/api/v1/user/feedback", "{\"contentId\":\"joint-1\",\"type\":\"like\"}");
        String list = calls.get("/api/v1/user/recommendations?limit=3")
                .json()
                .path("id")
                .asText();
        SubjectId subject = Node.context()
                .getBean(SubjectDirectory.class)
                .knownSubjectOf(new PlatformUserId(name))
                .orElseThrow();
        return new Somebody(name, calls, subject, list);
    }

    JsonNode leave() {
        Answer asked = calls.post("/api/v1/user/erasure", "{\"graceDays\": 0}");
        assertThat(asked.status()).isEqualTo(202);
        return asked.json();
    }
}
