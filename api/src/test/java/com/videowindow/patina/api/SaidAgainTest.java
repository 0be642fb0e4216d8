package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.command.export.ExportCommand;
import com.videowindow.patina.command.export.ExportCommand.RequestExport;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.export.Archives;
import com.videowindow.patina.domain.export.ExportId;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import com.videowindow.patina.domain.request.Arrival;
import com.videowindow.patina.domain.request.Manner;
import com.videowindow.patina.domain.request.OpenRequests;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An officer who is not sure enters the same again, and it is one request, also where nobody told on which day it came. */
class SaidAgainTest {
    private static final String ERASURES = "/api/v1/compliance/erasures";
    private static final String EXPORTS = "/api/v1/compliance/exports";
    private static final String BY_PHONE = ",\"manner\":\"phone\"";
    private static final String LATER = ",\"receivedAt\":\"DAY\"";
    private static final String BY_LETTER = ",\"manner\":\"letter\",\"receivedAt\":\"DAY\"";
    private static final Calls OFFICER = Node.officer();

    private final String name = "anna-" + UUID.randomUUID();
    private final Instant came = Instant.now().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
    private final Calls anna = Node.person(name).consenting();

    private JsonNode again(String door, String more) {
        String body = "{\"userId\":\"" + name + "\"" + more.replace("DAY", came.toString()) + "}";
        Answer answer = OFFICER.post(door, body);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(202);
        return answer.json();
    }

    /** Three times. */
    private List<JsonNode> entered(String door, String more) {
        Set<String> ids = new HashSet<>();
        long position = 0;
        for (int i = 0; i < 3; i++) {
            JsonNode answer = again(door, more);
            ids.add(answer.path("id").asText());
            position = answer.path("position").asLong();
        }
        assertThat(ids).hasSize(1);
        return anna.get("/api/v1/user/requests?after=" + position)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", BY_PHONE, LATER, BY_LETTER})
    void an_erasure(String how) {
        assertThat(entered(ERASURES, how)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", BY_PHONE, LATER, BY_LETTER})
    void an_erasure_that_joins_what_its_person_asked_for(String how) {
        anna.post("/api/v1/user/erasure", "{}");
        assertThat(entered(ERASURES, how + ",\"regulation\":\"ccpa\"")).hasSize(2);
    }

    /** Its password is told to nobody but who began it. */
    @ParameterizedTest
    @ValueSource(strings = {"", BY_PHONE, LATER, BY_LETTER})
    void a_copy_while_its_person_waits_for_one(String how) {
        Actor self = new Actor(Actor.Kind.SUBJECT, subject());
        ExportId copy = begun(self, null);
        assertThat(entered(EXPORTS, how)).hasSize(how.isEmpty() ? 1 : 2);
        assertThat(again(EXPORTS, how).has("password")).isFalse();
        assertThat(again(EXPORTS, how).path("id").asText()).isEqualTo(copy.toString());
    }

    @Test
    void a_copy_and_whoever_began_it_is_told_again_what_opens_it() {
        String other = OFFICER.post(ERASURES, "{\"userId\":\"" + name + "\"}")
                .json()
                .path("id")
                .asText();
        Actor officer = requests().find(RequestId.of(other)).orElseThrow().by();
        anna.delete("/api/v1/user/erasure");
        ExportId copy = begun(officer, new Arrival(Manner.LETTER, came));
        Archives archives = Node.context().getBean(Archives.class);
        assertThat(archives.begin(copy, subject(), "secret".toCharArray(), Instant.now()))
                .isPresent();
        assertThat(archives.claim(copy, Instant.now(), Duration.ofMinutes(5))).isPresent(); // so that nobody makes it

        assertThat(entered(EXPORTS, BY_LETTER)).hasSize(2);
        assertThat(again(EXPORTS, BY_LETTER).path("password").asText()).isEqualTo("secret");
    }

    private SubjectId subject() {
        return Node.context()
                .getBean(SubjectDirectory.class)
                .knownSubjectOf(new PlatformUserId(name))
                .orElseThrow();
    }

    private static OpenRequests requests() {
        return Node.context().getBean(OpenRequests.class);
    }

    private ExportId begun(Actor by, @Nullable Arrival arrival) {
        ExportId copy = new ExportId(UUID.randomUUID());
        ExportCommand request =
                new RequestExport(copy, subject(), by, RequestKind.ACCESS, Regulation.GDPR, arrival, 5, Instant.now());
        Node.context().getBean(CommandGateway.class).sendAndWait(request);
        return copy;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", BY_PHONE, LATER, BY_LETTER})
    void an_erasure_of_a_part(String how) {
        String part =
                ",\"part\":{\"messageId\":\"" + UUID.randomUUID() + "\",\"contentId\":\"joint-1\",\"graceDays\":3}";
        assertThat(entered(ERASURES + "/parts", part + how)).hasSize(1);
    }
}
