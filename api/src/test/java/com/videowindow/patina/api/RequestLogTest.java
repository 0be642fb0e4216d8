package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.request.Manner;
import com.videowindow.patina.domain.request.RequestAnswered;
import com.videowindow.patina.domain.request.RequestEvent;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestReceived;
import com.videowindow.patina.domain.request.Response;
import com.videowindow.patina.embedded.SharedElasticsearch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Of years with many requests the log is sent as it is found, whole or not to its end. */
class RequestLogTest {
    /** More than two pages, and the last is not full. */
    private static final int MANY = 2_345;

    private static final int TOGETHER = 100;

    private static final Instant FIRST = Instant.parse("2015-01-01T00:00:00Z");
    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final String LOG = "/api/v1/compliance/requests/log?to=2016-01-01T00:00:00Z&from=";
    private static final Calls ELASTIC = new Calls(SharedElasticsearch.uri(), null);
    private static final List<String> CAME = new ArrayList<>();

    @BeforeAll
    static void many_came_and_were_answered() {
        EventStore log = Node.context().getBean(EventStore.class);
        for (int i = 0; i < MANY; i += TOGETHER) {
            log.publish(IntStream.range(i, Math.min(i + TOGETHER, MANY))
                    .mapToObj(one -> FIRST.plus(BETWEEN.multipliedBy(one)))
                    .flatMap(RequestLogTest::answered)
                    .toList());
        }
    }

    private static Stream<GenericDomainEventMessage<RequestEvent>> answered(Instant at) {
        RequestId id = new RequestId(UUID.randomUUID());
        SubjectId subject = new SubjectId(UUID.randomUUID());
        Actor officer = new Actor(Actor.Kind.OFFICER, new SubjectId(UUID.randomUUID()));
        CAME.add(id.toString());
        String stream = RequestEvent.stream(id);
        RequestReceived received = new RequestReceived(
                id, subject, officer, RequestKind.ACCESS, Manner.LETTER, Regulation.GDPR, at, null, Instant.now());
        RequestAnswered answered = new RequestAnswered(id, subject, officer, Response.COMPLIED, Instant.now());
        return Stream.of(
                new GenericDomainEventMessage<>("request", stream, 0, received),
                new GenericDomainEventMessage<>("request", stream, 1, answered));
    }

    private static List<String> lines(Answer log) {
        return new String(log.response().body(), StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void has_each_of_many_once_newest_first_and_announces_no_length() {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> lines(Node.officer().get(LOG + FIRST)).size(), size -> size == MANY + 1);

        Answer log = Node.officer().get(LOG + FIRST);

        assertThat(log.status()).isEqualTo(200);
        assertThat(log.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(log.header("Content-Length")).as("nothing gathers it first").isEmpty();
        assertThat(lines(log).stream().skip(1).map(line -> line.replaceFirst(",.*", "")))
                .containsExactlyElementsOf(CAME.reversed());
        assertThat(lines(log))
                .allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(11));
    }

    @Test
    void breaks_off_where_a_later_page_cannot_be_read() {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> lines(Node.officer().get(LOG + FIRST)).size(), size -> size == MANY + 1);
        String unreadable = "/requests/_doc/unreadable?refresh=true";
        assertThat(ELASTIC.put(unreadable, "{\"position\":1,\"body\":{\"received\":\"2014-12-31T00:00:00Z\"}}")
                        .status())
                .isEqualTo(201);
        try {
            assertThatThrownBy(() -> Node.officer().get(LOG + "2014-01-01T00:00:00Z"))
                    .hasRootCauseInstanceOf(IOException.class);
        } finally {
            ELASTIC.delete(unreadable);
        }
    }
}
