package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.erasure.ErasureCancelled;
import com.videowindow.patina.domain.erasure.ErasureEvent;
import com.videowindow.patina.domain.erasure.ErasureStarted;
import com.videowindow.patina.domain.export.ExportEvent;
import com.videowindow.patina.domain.export.ExportRemoved;
import com.videowindow.patina.domain.part.PartErasureCancelled;
import com.videowindow.patina.domain.part.PartEvent;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import com.videowindow.patina.domain.request.RequestDenied;
import com.videowindow.patina.domain.request.RequestEvent;
import com.videowindow.patina.domain.request.RequestId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A denial and the end of what the engine was to do are one append, so that no node dies between them. Whoever appends waits
 * until it is durable: what two appends of one request wrote never is in the same block.
 */
class DeniedAtOnceTest {
    private static final String REQUESTS = "/api/v1/compliance/requests/";
    private static final String DENIAL = "{\"basis\":\"identity_not_verified\",\"reference\":\"2026-17\"}";

    private final String name = "anna-" + UUID.randomUUID();
    private final Calls anna = Node.person(name).consenting();
    private SubjectId subject = new SubjectId(UUID.randomUUID());

    @BeforeEach
    void she_is_known() {
        subject = Node.context()
                .getBean(SubjectDirectory.class)
                .knownSubjectOf(new PlatformUserId(name))
                .orElseThrow();
    }

    private String asks(String address, String wish) {
        String id = anna.post(address, wish).json().path("id").asText();
        await().until(() -> Node.officer().get(REQUESTS + id).status() == 200);
        return id;
    }

    private static Answer deny(String id) {
        return Node.officer().post(REQUESTS + id + "/deny", DENIAL);
    }

    private static LogPosition only(Class<? extends DomainEvent> type, String stream) {
        return events(stream).entrySet().stream()
                .filter(one -> type.isInstance(one.getValue()))
                .map(Map.Entry::getKey)
                .reduce((one, other) -> {
                    throw new AssertionError("twice");
                })
                .orElseThrow();
    }

    private static Map<LogPosition, DomainEvent> events(String stream) {
        return Node.context().getBean(PastEvents.class).stream(stream);
    }

    private static String decisions(String id) {
        return RequestEvent.stream(RequestId.of(id));
    }

    private static void assertOneAppend(Answer answer, String id, LogPosition end) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        LogPosition denied = only(RequestDenied.class, decisions(id));
        assertThat(end.block()).isEqualTo(denied.block());
        assertThat(end.offset()).isEqualTo(denied.offset() + 1);
        assertThat(answer.position()).isEqualTo(end.value());
    }

    @Test
    void an_erasure_is_denied_and_taken_back() {
        String id = asks("/api/v1/user/erasure", "{}");
        assertOneAppend(deny(id), id, only(ErasureCancelled.class, ErasureEvent.stream(subject)));

        assertThat(deny(id).status()).as("again changes nothing").isEqualTo(200);
        assertThat(only(ErasureCancelled.class, ErasureEvent.stream(subject)).value())
                .isPositive();
        assertThat(anna.get("/api/v1/user/erasure").status()).isEqualTo(404);
    }

    @Test
    void the_erasure_of_a_part_is_denied_and_taken_back() {
        String id = asks("/api/v1/user/erasures/parts", "{\"contentId\":\"joint-1\",\"graceDays\":3}");
        assertOneAppend(deny(id), id, only(PartErasureCancelled.class, PartEvent.stream(subject)));
    }

    @Test
    void a_copy_is_denied_and_removed() {
        String id = asks("/api/v1/user/exports", "{}");
        Answer denied = deny(id);
        assertThat(denied.status()).isIn(200, 409); // the latter when it was made before, and so is answered
        if (denied.status() == 200) {
            assertOneAppend(denied, id, only(ExportRemoved.class, ExportEvent.stream(subject)));
        }
    }

    @Test
    void what_is_too_far_to_be_stopped_is_not_denied_either() {
        String id = asks("/api/v1/user/erasure", "{\"graceDays\":0}");
        await().until(() ->
                events(ErasureEvent.stream(subject)).values().stream().anyMatch(ErasureStarted.class::isInstance));

        assertThat(deny(id).status()).isEqualTo(409);
        assertThat(events(decisions(id))).isEmpty();
    }
}
