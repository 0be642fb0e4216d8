package com.videowindow.patina.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One person's, and officers' about them, use of every address that takes text. */
final class EverythingSaid {
    static final String FEEDBACK = "POST /api/v1/user/feedback";
    static final String RECTIFICATIONS = "POST /api/v1/user/rectifications";

    private static final String SUBJECTS = "POST /api/v1/compliance/subjects/";
    private static final String CONSENTS = SUBJECTS + "{subject}/consents/{purpose}/";
    private static final String PARTS = "/api/v1/compliance/erasures/parts";
    private static final String ERASURES = "/api/v1/compliance/erasures";
    private static final String CASE = "{\"basis\":\"legal_claim\",\"reference\":\"*\"}";

    private final Canary canary;
    private String subject = "";
    private String request = "";
    private String answered = "";
    private final String at = Instant.now().minusSeconds(60).toString();

    private EverythingSaid(Canary canary) {
        this.canary = canary;
    }

    static EverythingSaid by(Canary canary) {
        EverythingSaid all = new EverythingSaid(canary);
        all.takenOver();
        all.chosen();
        all.done();
        all.subject = all.looked();
        all.decidedAbout(all.subject);
        all.wished();
        all.workedOn(all.subject);
        return all;
    }

    /** The random id, which outlives their name. */
    String subject() {
        return subject;
    }

    Canary canary() {
        return canary;
    }

    /** Takes a while in the background. */
    void isCopied() {
        canary.sends(Role.COMPLIANCE, "POST /api/v1/compliance/exports", "{\"userId\":\"@\"}");
    }

    /** Once the list of requests has it. */
    void isDecided() {
        canary.sends(Role.COMPLIANCE, "POST /api/v1/compliance/requests/{id}/deny", CASE, request);
        canary.sends(Role.COMPLIANCE, "POST /api/v1/compliance/requests/{id}/answer", """
                {"response":"complied_in_part","basis":"rights_of_others","reference":"*"}""", answered);
    }

    /** Three, since terms are kept of searches alone, and orders of purchases. */
    private List<String> events() {
        return List.of("""
            {"messageId":"*.1","sessionId":"*","contentId":"joint-1","kind":"view","at":"%s",
             "context":{"surface":"*","platform":"web","deviceId":"*"}}""".formatted(at), """
            {"messageId":"*.2","kind":"search","at":"%s","context":{"query":"*"}}""".formatted(at), """
            {"messageId":"*.3","contentId":"joint-1","kind":"purchase","at":"%s",
             "context":{"orderId":"*","amount":12,"currency":"EUR"}}""".formatted(at));
    }

    private void takenOver() {
        canary.sends(Role.SERVICE, "POST /api/v1/imports/people", """
                {"source":"*","userId":"@","consents":["training"],"events":[]}""");
        canary.sends(Role.SERVICE, "POST /api/v1/imports/people", """
                {"source":"elsewhere","userId":"@","policyVersion":"*","consents":["personalization","analytics"],
                 "events":[%s]}""".formatted(String.join(",", events())));
    }

    private void chosen() {
        canary.says("POST /api/v1/user/consents/notices", """
                {"purposes":["experiments"],"policyVersion":"*"}""");
        for (String purpose : List.of("personalization", "training", "analytics")) {
            canary.says("PUT /api/v1/user/consents/{purpose}", "{\"granted\":true,\"policyVersion\":\"*\"}", purpose);
        }
    }

    private void done() {
        events().forEach(event -> canary.says("POST /api/v1/events", event));
        canary.says("POST /api/v1/events/batch", "{\"events\":[" + String.join(",", events()) + "]}");
        canary.sends(Role.SUBJECT, FEEDBACK, Map.of("Idempotency-Key", "*"), """
                {"contentId":"joint-1","type":"comment","text":"*"}""");
        canary.says("PUT /api/v1/user/profile/preferences", """
                {"interests":[{"facet":"technique:*","weight":0.5}],"avoided":["material:*"],"languages":["en"]}""");
        canary.asks("GET /api/v1/user/recommendations", "context");
        canary.says(RECTIFICATIONS, "{\"messageId\":\"*\",\"statement\":\"*\"}");
    }

    private String looked() {
        return canary.sends(Role.COMPLIANCE, SUBJECTS + "search", Map.of("Lookup-Case", "*"), "{\"userId\":\"@\"}")
                .path("subject")
                .asText();
    }

    private void decidedAbout(String subject) {
        String minor = SUBJECTS + "{subject}/controls/{control}";
        canary.sends(Role.COMPLIANCE, minor, "{\"on\":true,\"reference\":\"*\"}", subject, "minor");
        canary.sends(Role.COMPLIANCE, CONSENTS + "guardian", """
                {"granted":true,"policyVersion":"*","reference":"*"}""", subject, "experiments");
        canary.sends(Role.COMPLIANCE, minor, "{\"on\":false,\"reference\":\"*\"}", subject, "minor");
        canary.sends(
                Role.COMPLIANCE,
                CONSENTS + "rulings",
                "{\"ruling\":\"object\",\"reference\":\"*\"}",
                subject,
                "experiments");
    }

    private void wished() {
        JsonNode part = canary.says("POST /api/v1/user/erasures/parts", """
                {"messageId":"*","from":"2020-01-01T00:00:00Z","to":"2020-01-02T00:00:00Z","graceDays":30}""");
        canary.says("DELETE /api/v1/user/erasures/parts/{id}", "", id(part));
    }

    private void workedOn(String subject) {
        String part = id(canary.sends(Role.COMPLIANCE, "POST " + PARTS, """
                {"userId":"@","part":{"messageId":"*","from":"2020-02-01T00:00:00Z","to":"2020-02-02T00:00:00Z",
                 "graceDays":30}}"""));
        canary.sends(Role.COMPLIANCE, "POST " + PARTS + "/{id}/hold", CASE, part);
        canary.sends(Role.COMPLIANCE, "POST " + PARTS + "/{id}/cancel", "", part);

        canary.sends(
                Role.COMPLIANCE, SUBJECTS + "{id}/releases", "{\"reason\":\"audit\",\"reference\":\"*\"}", subject);
        request = id(canary.sends(Role.COMPLIANCE, "POST /api/v1/compliance/requests", """
                {"userId":"@","kind":"restriction","manner":"letter","regulation":"gdpr"}"""));
        answered = id(canary.sends(Role.COMPLIANCE, "POST /api/v1/compliance/requests", """
                {"userId":"@","kind":"access","manner":"letter","regulation":"gdpr"}"""));
        canary.sends(Role.COMPLIANCE, "POST /api/v1/compliance/opendsr/requests", """
                {"subject_request_id":"%s","subject_request_type":"rectification","submitted_time":"%s",
                 "regulation":"gdpr","api_version":"3.0","subject_identities":[
                  {"identity_type":"controller_customer_id","identity_format":"raw","identity_value":"@"},
                  {"identity_type":"*","identity_format":"*","identity_value":"*"}]}""".formatted(UUID.randomUUID(), at));

        JsonNode held = canary.sends(Role.COMPLIANCE, SUBJECTS + "{subject}/holds", CASE, subject);
        canary.sends(
                Role.COMPLIANCE,
                "DELETE /api/v1/compliance/subjects/{subject}/holds/{reference}",
                "",
                subject,
                held.at("/items/0/reference").asText());

        String erasure = id(canary.sends(Role.COMPLIANCE, "POST " + ERASURES, "{\"userId\":\"@\",\"graceDays\":30}"));
        canary.sends(Role.COMPLIANCE, "POST " + ERASURES + "/{id}/hold", CASE, erasure);
        canary.sends(Role.COMPLIANCE, "POST " + ERASURES + "/{id}/release", "", erasure);
        canary.sends(Role.COMPLIANCE, "POST " + ERASURES + "/{id}/cancel", "", erasure);
    }

    private static String id(JsonNode answer) {
        return answer.path("id").asText();
    }
}
