package com.videowindow.patina.projections;

import static com.videowindow.patina.projections.People.DOVETAILS;
import static com.videowindow.patina.projections.People.SPOONS;
import static com.videowindow.patina.projections.People.allows;
import static com.videowindow.patina.projections.People.finishes;
import static com.videowindow.patina.projections.People.likes;
import static com.videowindow.patina.projections.People.published;
import static com.videowindow.patina.projections.People.served;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.embedded.SharedElasticsearch;
import com.videowindow.patina.projections.store.ReadSide;
import com.videowindow.patina.query.recommendation.Crowd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** After a hundred erasures everything that is made from the log is what it is of a log that never had those people. */
class RebuiltWithoutThemTest {
    private static final int PEOPLE = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** About erasures themselves, which the other log has none of. */
    private static final Set<String> OF_ERASURES = Set.of("erasures", "requests");

    private record Made(Map<String, List<String>> documents, Map<String, Double> popular) {}

    @Test
    @Tag("long")
    void read_models_are_those_of_a_log_that_never_had_them() {
        List<List<DomainEvent>> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(life(new SubjectId(UUID.randomUUID()), i));
        }
        Made after;
        try (SealedLog log = new SealedLog()) {
            log.append(published(SPOONS), published(DOVETAILS));
            people.forEach(log::append);
            for (int i = 0; i < PEOPLE; i += 2) {
                log.erase(subject(people.get(i)));
            }
            after = made(log);
        }
        try (SealedLog log = new SealedLog()) {
            log.append(published(SPOONS), published(DOVETAILS));
            for (int i = 1; i < PEOPLE; i += 2) {
                log.append(people.get(i));
            }
            Made never = made(log);
            assertThat(never.documents().get("interactions")).hasSize(PEOPLE);
            assertThat(after.documents()).isEqualTo(never.documents());
            assertThat(after.popular()).isEqualTo(never.popular());
        }
    }

    private static List<DomainEvent> life(SubjectId subject, int number) {
        List<DomainEvent> life = new ArrayList<>();
        life.add(allows(subject, Purpose.PERSONALIZATION));
        life.add(allows(subject, Purpose.TRAINING));
        life.add(finishes(subject, SPOONS, number));
        life.add(finishes(subject, number % 4 < 2 ? SPOONS : DOVETAILS, number + 1));
        life.add(likes(subject, DOVETAILS, number + 2));
        life.add(served(subject, new RecommendationId(UUID.randomUUID())));
        return life;
    }

    private static SubjectId subject(List<DomainEvent> life) {
        return ((AboutSubject) life.getFirst()).subject();
    }

    /** Everything that a node makes from this log, positions aside; ends of documents say nothing. */
    private static Made made(SealedLog log) {
        try (OpenLog nothing = new OpenLog();
                Node node = Node.on(nothing, SharedElasticsearch.uri())) {
            Elastic.empty(node.the(ReadSide.class));
        }
        try (Node node = Node.on(log, SharedElasticsearch.uri())) {
            node.caughtUp();
            Map<String, List<String>> documents = new TreeMap<>();
            for (String name : node.names()) {
                if (!OF_ERASURES.contains(name)) {
                    documents.put(name, said(node.documents(name)));
                }
            }
            Crowd crowd = node.the(Crowd.class);
            return new Made(
                    documents,
                    Map.of(
                            "spoons", (double) crowd.trending().share(SPOONS),
                            "dovetails", (double) crowd.trending().share(DOVETAILS)));
        }
    }

    private static List<String> said(Map<String, String> documents) {
        List<String> said = new ArrayList<>();
        for (String document : documents.values()) {
            try {
                JsonNode read = JSON.readTree(document.substring(document.indexOf(' ')));
                if (!read.path("body").isMissingNode() && !read.path("body").isNull()) {
                    ((ObjectNode) read).remove("position");
                    said.add(read.toString());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Collections.sort(said);
        return said;
    }
}
