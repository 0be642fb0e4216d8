package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.api.lookup.LooksUp;
import com.videowindow.patina.api.lookup.Whose;
import com.videowindow.patina.api.security.Role;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whoever looks at people is looked at. */
class LookupsTest {
    private static final String LOOKUPS = "/api/v1/compliance/lookups";

    private final String officersName = "officer-" + UUID.randomUUID();
    private final Calls officer = Node.as(Role.COMPLIANCE, officersName);
    private final String name = "anna-" + UUID.randomUUID();
    private final Calls anna = Node.person(name).consenting();

    private static String subject(Calls officer, String user) {
        return officer.post("/api/v1/compliance/subjects/search", "{\"userId\":\"%s\"}".formatted(user))
                .json()
                .path("subject")
                .asText();
    }

    @Test
    void every_address_for_officers_says_what_is_looked_at() {
        assertThat(addresses().entrySet().stream().filter(each -> each.getKey().getPatternValues().stream()
                        .anyMatch(path -> path.startsWith("/api/v1/compliance"))))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.getValue().hasMethodAnnotation(LooksUp.class))
                        .as(each.getKey().toString())
                        .isTrue());
    }

    /** A month, a purpose and a kind of data are nobody's. */
    @Test
    void an_address_that_names_something_of_somebody_says_whose_it_is() {
        assertThat(addresses().entrySet().stream().filter(each -> each.getKey().getPatternValues().stream()
                        .anyMatch(path -> path.startsWith("/api/v1/compliance")
                                && (path.contains("{id}") || path.contains("{subject}")))))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(
                                Objects.requireNonNull(each.getValue().getMethodAnnotation(LooksUp.class))
                                        .whose())
                        .as(each.getKey().toString())
                        .isNotEqualTo(Whose.Everybody.class));
    }

    private static Map<RequestMappingInfo, HandlerMethod> addresses() {
        return Node.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods();
    }

    @Test
    void is_written_down_with_who_whom_and_why() {
        String subject = subject(officer, name);
        officer.get(LOOKUPS + "?subject=" + subject, "Lookup-Reason", "complaint", "Lookup-Case", "2026-17");

        JsonNode found = await().until(
                        () -> officer.get(LOOKUPS + "?limit=1&subject=" + subject + "&from=2026-01-01T00:00:00Z")
                                .json(),
                        page -> page.at("/items/0/reason").asText().equals("complaint")
                                || page.at("/items/0/kind").asText().equals("lookups"));
        assertThat(found.path("next").asText()).isNotEmpty();
        await().untilAsserted(() -> assertThat(
                        officer.get(LOOKUPS + "?subject=" + subject + "&officer=" + subject(officer, officersName))
                                .json()
                                .path("items"))
                .anySatisfy(one -> {
                    assertThat(one.path("kind").asText()).isEqualTo("lookups");
                    assertThat(one.path("reason").asText()).isEqualTo("complaint");
                    assertThat(one.path("reference").asText()).isEqualTo("2026-17");
                })
                .anySatisfy(one -> assertThat(one.path("kind").asText()).isEqualTo("identity")));
        assertThat(officer.get(LOOKUPS + "?officer=" + UUID.randomUUID()).json().path("items"))
                .isEmpty();
        assertThat(officer.get(LOOKUPS + "?subject=" + subject + "&to=2026-01-01T00:00:00Z")
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void a_person_sees_in_which_role_and_why_and_not_who() {
        assertThat(anna.get("/api/v1/user/lookups").json().path("items")).isEmpty();
        String subject = subject(officer, name);
        officer.get(LOOKUPS + "?subject=" + subject, "Lookup-Reason", "incident", "Lookup-Case", "2026-18");

        await().untilAsserted(
                        () -> assertThat(anna.get("/api/v1/user/lookups").json().path("items"))
                                .hasSize(2));
        Answer seen = anna.get("/api/v1/user/lookups");
        assertThat(seen.json().at("/items/0/role").asText()).isEqualTo("officer");
        assertThat(seen.json().at("/items/0/reason").asText()).isEqualTo("incident");
        assertThat(seen.json().toString())
                .doesNotContain(officersName, "2026-18", subject(officer, officersName), subject);
        assertThat(Node.person("ben-" + UUID.randomUUID())
                        .get("/api/v1/user/lookups")
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void an_erasure_is_looked_at_in_the_name_of_whose_it_is() {
        String id = anna.post("/api/v1/user/erasure", "{}").json().path("id").asText();
        officer.get("/api/v1/compliance/erasures/" + id);
        officer.post("/api/v1/compliance/erasures", "{\"userId\":\"%s\"}".formatted(name));

        await().untilAsserted(() -> assertThat(
                        anna.get("/api/v1/user/lookups").json().path("items").findValuesAsText("kind"))
                .containsExactly("erasures", "erasures"));
    }

    @Test
    void a_copy_is_looked_at_in_the_name_of_whose_it_is() {
        String id = anna.post("/api/v1/user/exports", "{}").json().path("id").asText();
        assertThat(officer.get("/api/v1/compliance/exports/" + id).status()).isEqualTo(200);

        await().untilAsserted(() -> assertThat(
                        anna.get("/api/v1/user/lookups").json().path("items").findValuesAsText("kind"))
                .containsExactly("exports"));
    }

    @Test
    void what_cannot_be_said_of_a_look_up_is_refused() {
        assertThat(officer.get(LOOKUPS, "Lookup-Reason", "curiosity")
                        .json()
                        .at("/errors/0/message")
                        .asText())
                .contains("complaint");
        assertThat(officer.get(LOOKUPS, "Lookup-Case", "so what?").problem()).isEqualTo("invalid-request");
        assertThat(officer.get(LOOKUPS + "?subject=anna").problem()).isEqualTo("invalid-request");
        assertThat(officer.post(
                                "/api/v1/compliance/subjects/search",
                                "{\"userId\":\"nobody-%s\"}".formatted(UUID.randomUUID()))
                        .status())
                .isEqualTo(404);
        for (Role role : new Role[] {Role.SUBJECT, Role.ENGINEER, Role.PRODUCT, Role.SERVICE, Role.CREATOR}) {
            assertThat(Node.as(role, "somebody").get(LOOKUPS).status()).isEqualTo(403);
        }
        assertThat(officer.get("/api/v1/user/lookups").status()).isEqualTo(403);
    }
}
