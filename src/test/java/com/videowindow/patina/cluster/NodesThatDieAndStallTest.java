package com.videowindow.patina.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.node.Homes;
import com.videowindow.patina.node.NodeProcess;
import com.videowindow.patina.node.ReadModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * People write by every node while one is killed with -9 and another one stalls for longer than its claims last, in the
 * middle of writing documents. In the end the log is whole, and every read model is what it makes of it.
 */
class NodesThatDieAndStallTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Test
    @Timeout(200)
    void segments_move_from_a_node_that_stalls_and_what_it_still_writes_changes_nothing(
            @TempDir(factory = Homes.class) Path home) {
        try (Cluster cluster = new Cluster(home, Duration.ofSeconds(6))) {
            NodeProcess first = cluster.join();
            cluster.awaitAllSegmentsTaken();
            NodeProcess second = cluster.join();
            cluster.nodes().forEach(NodeProcess::healthy);
            try (Tokens tokens = new Tokens(cluster.database())) {
                List<RestlessPerson> people = people(cluster, "anna", "ben", "cleo", "dan");
                stalls(first, List.of(second), cluster, Duration.ZERO);
                ends(cluster, people, tokens);
            }
        }
    }

    @Test
    @Tag("long")
    @Timeout(1_200)
    void of_three_nodes_one_after_the_other_stalls_for_fifteen_seconds_or_dies(
            @TempDir(factory = Homes.class) Path home) {
        Random random = new Random(20_261_124);
        try (Cluster cluster = new Cluster(home, Duration.ofSeconds(10))) {
            for (int i = 0; i < 3; i++) {
                cluster.join().healthy();
            }
            try (Tokens tokens = new Tokens(cluster.database())) {
                List<RestlessPerson> people = people(cluster, "anna", "ben", "cleo", "dan", "eve", "finn");
                for (int round = 0; round < 6; round++) {
                    stalls(holder(cluster), others(cluster, holder(cluster)), cluster, Duration.ofSeconds(15));
                    NodeProcess dead = cluster.nodes().get(random.nextInt(3));
                    dead.kill();
                    cluster.awaitSegmentsOn(others(cluster, dead));
                    dead.startAgain();
                    dead.healthy();
                }
                ends(cluster, people, tokens);
            }
        }
    }

    private static List<RestlessPerson> people(Cluster cluster, String... names) {
        RestlessPerson.publishVideos(cluster.doors("editor", LONG).getFirst());
        List<RestlessPerson> people = Stream.of(names)
                .map(name -> new RestlessPerson(cluster.doors(name, PATIENCE)))
                .toList();
        people.forEach(RestlessPerson::arrive);
        people.forEach(RestlessPerson::begin);
        return people;
    }

    /** While profiles that it has folded are on their way to Elasticsearch, where they arrive after those of the others. */
    private static void stalls(NodeProcess node, List<NodeProcess> others, Cluster cluster, Duration atLeast) {
        long began = System.nanoTime();
        HeldWire.Late late = cluster.wireOf(node).hold("\"_index\":\"only-interest-profiles");
        await().atMost(LONG).until(late::isHeld);
        node.stall();
        cluster.awaitSegmentsOn(others);
        NodeProcess other = others.getFirst();
        long head = other.client("engineer").head();
        await().atMost(LONG).until(() -> other.client("engineer").isProjected("interest-profiles", head));
        await().atMost(LONG).until(() -> System.nanoTime() - began > atLeast.toNanos());

        late.release();
        await().atMost(LONG).until(() -> late.answer().contains("\"errors\""));
        assertThat(late.answer()).contains("version_conflict_engine_exception").doesNotContain("\"result\":");
        node.goOn();
        await().atMost(LONG).until(() -> Cluster.segments(node) == 0);
        cluster.awaitSegmentsOn(others);
    }

    private static NodeProcess holder(Cluster cluster) {
        return cluster.nodes().stream()
                .filter(node -> Cluster.has(node, "interest-profiles"))
                .findFirst()
                .orElseThrow();
    }

    private static List<NodeProcess> others(Cluster cluster, NodeProcess one) {
        List<NodeProcess> others = new ArrayList<>(cluster.nodes());
        others.remove(one);
        return others;
    }

    private static void ends(Cluster cluster, List<RestlessPerson> people, Tokens tokens) {
        people.forEach(RestlessPerson::end);
        cluster.awaitEverythingProjected();
        people.forEach(RestlessPerson::findsEverythingWhereItWasSaidToBe);
        cluster.awaitEverythingProjected();
        StoredLog log = StoredLog.of(cluster.database());
        log.isWhole();
        List<Long> acknowledged = people.stream()
                .flatMap(person -> person.acknowledged().values().stream())
                .toList();
        log.hasInteractionsAt(acknowledged);
        assertThat(log.events("InteractionRecorded")).isEqualTo(acknowledged.size());
        assertThat(messages(cluster))
                .containsExactlyInAnyOrderElementsOf(people.stream()
                        .flatMap(person -> person.acknowledged().keySet().stream())
                        .toList());
        assertThat(tokens.fallen()).isEmpty();
        assertThat(tokens.moves()).isNotEmpty();
        cluster.readModelsAreWhatTheLogMakesOfThem();
        System.out.printf(
                "acknowledged %d, asked again %d, events %d, segments moved %d, lost 0, twice 0%n",
                acknowledged.size(),
                people.stream().mapToInt(RestlessPerson::unanswered).sum(),
                log.events(),
                tokens.moves().size());
    }

    private static List<String> messages(Cluster cluster) {
        List<String> found = new ArrayList<>();
        new ReadModel(cluster.elasticsearch(), "interactions")
                .each((id, kept) -> found.add(kept.json().at("/body/message").asText()));
        return found;
    }
}
