package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import com.videowindow.patina.eventlog.Kinds;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Whom an event of unknown name may concern is judged by the kind of its stream: commands must store them so. */
class KindsOfStreamsTest {
    private final Map<String, String> expected = Kinds.byName();

    @Test
    void every_event_stands_in_the_kind_of_stream_that_its_name_belongs_to() {
        CraftCatalogue.publish();
        Node.editor().put("/api/v1/catalog/editorial", "{\"contents\":[]}");
        Node.editor().put("/api/v1/catalog/rules", "{\"boosts\":[],\"pins\":[],\"caps\":[]}");
        Calls anna = Node.person("anna-" + UUID.randomUUID()).consenting();
        anna.post("/api/v1/events", CraftCatalogue.view("m-1", "joint-1"));
        anna.post("/api/v1/events", """
                {"messageId":"m-2","kind":"purchase","contentId":"joint-1","at":"%s",
                 "context":{"orderId":"order-1","amount":12,"currency":"EUR"}}
                """.formatted(Instant.now()));
        anna.post("/api/v1/user/feedback", "{\"contentId\":\"joint-1\",\"type\":\"like\"}");
        anna.put("/api/v1/user/profile/preferences", """
                {"interests":[{"facet":"technique:dovetail","weight":0.5}],"avoided":[],"languages":["en"]}
                """, "If-Match", "\"0\"");
        anna.get("/api/v1/user/recommendations?limit=3");
        anna.post("/api/v1/user/rectifications", "{\"statement\":\"That was my brother.\"}");
        anna.post("/api/v1/user/exports", "{}");
        anna.post("/api/v1/user/erasures/parts", "{\"contentId\":\"joint-1\",\"graceDays\":30}");

        String texts = "{\"texts\":[{\"language\":\"en\",\"title\":\"Kinds\",\"text\":\"May we?\"}]}";
        Node.as(Role.COMPLIANCE, "olga").put("/api/v1/compliance/purposes/kinds", texts);
        Node.as(Role.COMPLIANCE, "olga").put("/api/v1/compliance/policies/kinds/1", texts);

        Calls ben = Node.person("ben-" + UUID.randomUUID()).consenting();
        ben.post("/api/v1/user/erasure", "{\"graceDays\": 0}");
        String clara = "clara-" + UUID.randomUUID();
        Node.person(clara).consenting();
        SubjectId subject = Node.context()
                .getBean(SubjectDirectory.class)
                .knownSubjectOf(new PlatformUserId(clara))
                .orElseThrow();
        Node.officer()
                .post(
                        "/api/v1/compliance/subjects/" + subject + "/releases",
                        "{\"reason\":\"audit\",\"reference\":\"17\"}");
        Node.officer().post("/api/v1/compliance/requests", """
                {"userId":"%s","kind":"access","manner":"letter","regulation":"gdpr"}
                """.formatted(clara));

        Node.officer().post("/api/v1/compliance/opendsr/requests", """
                {"subject_request_id":"%s","subject_request_type":"rectification","regulation":"gdpr",
                 "submitted_time":"2026-01-01T00:00:00Z","subject_identities":[{"identity_type":"controller_customer_id",
                 "identity_format":"raw","identity_value":"%s"}]}
                """.formatted(UUID.randomUUID(), clara));

        Node.person(clara + "-2").post("/api/v1/events", CraftCatalogue.view("refused", "joint-1"));
        Calls officer = Node.as(Role.COMPLIANCE, "officer");
        officer.get("/api/v1/compliance/reports/" + YearMonth.now(ZoneOffset.UTC));
        officer.put("/api/v1/compliance/retention/purposes/contract", "{\"months\":130}");
        officer.put("/api/v1/compliance/retention/contract", "{\"months\":121,\"basis\":\"legal_obligation\"}");
        Node.as(Role.ENGINEER, "emil").post("/api/v1/models/trainings", "{}");

        Set<String> all = new TreeSet<>(expected.values());
        all.remove("forgotten"); // is read in the place of others, and never stored
        await().untilAsserted(() -> assertThat(seen()).isEqualTo(all));
    }

    private Set<String> seen() {
        Set<String> kinds = new TreeSet<>();
        MongoDatabase log = Node.context().getBean(MongoDatabase.class);
        for (Document block : log.getCollection("blocks").find()) {
            for (Document event : block.getList("events", Document.class)) {
                assertThat(event.getString("aggregate")).isEqualTo(expected.get(event.getString("type")));
                kinds.add(event.getString("aggregate"));
            }
        }
        return kinds;
    }
}
