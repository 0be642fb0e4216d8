package com.videowindow.patina.projections;

import static com.videowindow.patina.projections.People.DOVETAILS;
import static com.videowindow.patina.projections.People.SPOONS;
import static com.videowindow.patina.projections.People.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.learning.recommender.CoOccurrence;
import com.videowindow.patina.query.consent.ConsentPopulation;
import com.videowindow.patina.query.recommendation.Crowd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** After a hundred erasures everything that is made from the log is what it is of a log that never had those people. */
class RebuiltWithoutThemTest {
    private static final int PEOPLE = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What was asked for and looked at: laws want it kept, also of those who left. It names a random subject, to whom nothing
     * leads any more, and is compared of those who stay.
     */
    private static final Set<String> RECORDS =
            Set.of("erasures", "exports", "lookups", "parts", "proceedings", "requests");

    private record Made(Map<String, List<String>> documents, Map<String, String> memory) {}

    @Test
    @Tag("long")
    @Timeout(600)
    void read_models_are_those_of_a_log_that_never_had_them() {
        List<List<DomainEvent>> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(Lives.of(new SubjectId(UUID.randomUUID()), i));
        }
        Set<String> left = new HashSet<>();
        for (int i = 0; i < PEOPLE; i += 2) {
            left.add(subject(people.get(i)).toString());
        }
        Made after;
        try (SealedLog log = new SealedLog()) {
            log.append(published(SPOONS), published(DOVETAILS));
            people.forEach(log::append);
            for (int i = 0; i < PEOPLE; i += 2) {
                log.erase(subject(people.get(i)));
            }
            after = made(log, left);
        }
        try (SealedLog log = new SealedLog()) {
            log.append(published(SPOONS), published(DOVETAILS));
            for (int i = 1; i < PEOPLE; i += 2) {
                log.append(people.get(i));
            }
            Made never = made(log, Set.of());
            assertThat(never.documents().get("interactions")).hasSize(PEOPLE);
            assertThat(never.documents())
                    .as("each compared with something in it")
                    .allSatisfy((name, documents) -> assertThat(documents)
                            .as(name)
                            .hasSizeGreaterThanOrEqualTo(name.equals("catalog") ? 2 : PEOPLE / 2));
            assertThat(after.documents()).isEqualTo(never.documents());
            assertThat(after.memory()).isEqualTo(never.memory());
        }
    }

    private static SubjectId subject(List<DomainEvent> life) {
        return ((AboutSubject) life.getFirst()).subject();
    }

    /** Everything that a node makes from this log, positions aside; ends of documents say nothing. */
    private static Made made(SealedLog log, Set<String> left) {
        try (Node node = Node.on(log, Elastic.emptied())) {
            node.caughtUp(PATIENCE);
            Map<String, List<String>> documents = new TreeMap<>();
            for (String name : node.names()) {
                documents.put(name, said(node.documents(name), RECORDS.contains(name) ? left : Set.of()));
            }
            return new Made(documents, memory(node));
        }
    }

    /** What everybody taught, and how many allow what. */
    private static Map<String, String> memory(Node node) {
        Crowd crowd = node.the(Crowd.class);
        // Of whom a part was hidden for a while is heard again a moment after the log was read to its end.
        await().atMost(PATIENCE)
                .until(() -> crowd.trending().size() > 0 && crowd.coOccurrence().size() > 0);
        CoOccurrence together = crowd.coOccurrence();
        Map<String, String> memory = new TreeMap<>();
        for (ContentId content : List.of(SPOONS, DOVETAILS)) {
            memory.put("trending " + content, String.valueOf(crowd.trending().share(content)));
            memory.put("beside " + content, together.neighbours(content).toString());
            memory.put("support " + content, String.valueOf(together.support(together.numberOf(content))));
        }
        memory.put("population", node.the(ConsentPopulation.class).now().toString());
        return memory;
    }

    private static List<String> said(Map<String, String> documents, Set<String> left) {
        List<String> said = new ArrayList<>();
        for (String document : documents.values()) {
            try {
                JsonNode read = JSON.readTree(document.substring(document.indexOf(' ')));
                JsonNode body = read.path("body");
                if (left.contains(body.path("subject").asText())) {
                    assertThat(body.toString()).doesNotContain(Lives.WORDS);
                } else if (!body.isMissingNode() && !body.isNull()) {
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
