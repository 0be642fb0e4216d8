package com.videowindow.patina.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.embedded.EmbeddedElasticsearch;
import com.videowindow.patina.json.PatinaJson;
import com.videowindow.patina.learning.preference.FacetEvidence;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.node.Client;
import com.videowindow.patina.node.Homes;
import com.videowindow.patina.node.Node;
import com.videowindow.patina.node.ReadModel;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Elasticsearch dies while people are busy, stays away for a minute, and is started again. */
@Tag("long")
class ElasticsearchKilledTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration OUTAGE = Duration.ofMinutes(1);

    @Test
    @Timeout(360)
    void writes_go_on_and_every_acknowledged_one_is_found_once_afterwards(@TempDir(factory = Homes.class) Path home) {
        try (EmbeddedElasticsearch elasticsearch = EmbeddedElasticsearch.start(home.resolve("elasticsearch"));
                Node node = Node.start(home, "--patina.elasticsearch.uri=" + elasticsearch.uri())) {
            List<BusyPerson> people = people(node);
            people.forEach(BusyPerson::begin);
            await().atMost(LONG).until(() -> people.stream().allMatch(person -> person.stored() > 50));

            kill(elasticsearch);
            await().atMost(LONG).until(() -> people.stream().allMatch(BusyPerson::seesOnlyMemory));
            people.forEach(BusyPerson::forgetWhatWasSeen);
            await().atMost(OUTAGE.plusSeconds(10)).during(OUTAGE).until(() -> !elasticsearch.healthy());
            assertThat(people).allSatisfy(BusyPerson::sawNothingButMemory);
            elasticsearch.resume();

            await().atMost(LONG).until(() -> people.stream().allMatch(BusyPerson::seesAllAgain));
            people.forEach(BusyPerson::end);
            await().atMost(LONG).until(() -> node.client("engineer").everythingIsProjected());
            assertThat(people).allSatisfy(BusyPerson::wasNeverRefused);
            assertThat(stored(elasticsearch.uri())).isEqualTo(acknowledged(people));
            assertThat(evidence(elasticsearch.uri()))
                    .containsExactlyInAnyOrderElementsOf(
                            people.stream().map(BusyPerson::stored).toList());
        }
    }

    private static List<BusyPerson> people(Node node) {
        Client editor = node.client("editor");
        for (int i = 0; i < BusyPerson.VIDEOS; i++) {
            editor.publishes("video-" + i, "dovetail");
        }
        List<BusyPerson> people = Stream.of("anna", "ben", "cleo", "dan", "eve", "finn")
                .map(name -> new BusyPerson(node.client(name)))
                .toList();
        people.forEach(BusyPerson::arrive);
        return people;
    }

    /** With -9, as the machine's memory guard would; its supervisor is told before it could start another. */
    private static void kill(EmbeddedElasticsearch elasticsearch) {
        assertThat(ProcessHandle.current()
                        .children()
                        .filter(child -> child.info()
                                .commandLine()
                                .filter(words -> words.contains("org.elasticsearch.bootstrap.Elasticsearch"))
                                .isPresent())
                        .map(ProcessHandle::destroyForcibly))
                .containsExactly(true);
        elasticsearch.suspend();
    }

    /** The messages of each subject, by the name that they begin with; sorted, so that one that stands twice is seen. */
    private static Map<String, List<String>> stored(URI elasticsearch) {
        TreeMap<String, List<String>> bySubject = new TreeMap<>();
        new ReadModel(elasticsearch, "interactions").each((id, kept) -> {
            JsonNode body = kept.json().path("body");
            bySubject
                    .computeIfAbsent(body.path("subject").asText(), subject -> new ArrayList<>())
                    .add(body.path("message").asText());
        });
        TreeMap<String, List<String>> byName = new TreeMap<>();
        bySubject
                .values()
                .forEach(messages -> byName.put(
                        BusyPerson.author(messages.getFirst()),
                        messages.stream().sorted().toList()));
        return byName;
    }

    private static Map<String, List<String>> acknowledged(List<BusyPerson> people) {
        TreeMap<String, List<String>> byName = new TreeMap<>();
        people.forEach(person -> byName.put(person.name(), person.acknowledged()));
        return byName;
    }

    private static List<Integer> evidence(URI elasticsearch) {
        List<Integer> counts = new ArrayList<>();
        new ReadModel(elasticsearch, "interest-profiles").each((id, kept) -> {
            JsonNode body = kept.json().path("body");
            for (FacetEvidence known :
                    PatinaJson.mapper().convertValue(body, ProfileState.class).facets()) {
                if (known.facet().toString().equals("technique:dovetail")) {
                    counts.add(known.count());
                }
            }
        });
        return counts;
    }
}
