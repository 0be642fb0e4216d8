package com.videowindow.patina.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.embedded.EmbeddedElasticsearch;
import com.videowindow.patina.embedded.EmbeddedMongo;
import com.videowindow.patina.node.Client;
import com.videowindow.patina.node.NodeProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.ResourceAccessException;

/**
 * A node kills itself at one place after another, a person for each; the next start, or the node beside, has to go on.
 * Meanwhile people are asked for at whichever node lives: of nobody a part of what there is may be told.
 */
abstract class KilledRounds {
    private static final Duration DEAD = Duration.ofMinutes(5);
    private static final Duration LONG = Duration.ofMinutes(4);

    private static final Duration DYING = Duration.ofSeconds(5);

    /** How many people are tried at one place: the node beside may be there first. */
    private static final int TURNS = 12;

    private final List<String> died = new ArrayList<>();
    private final List<String> people = new ArrayList<>();
    private final SequencedMap<NodeProcess, Witness> witnesses = new LinkedHashMap<>();
    private int turn;

    abstract List<String> places();

    /** What a person may be told of themselves, in this order: all at first, at the end what stays. */
    abstract List<Set<String>> stages();

    /** How long a node may take from one stage to the next. */
    abstract Duration between();

    /** Asks for the erasure; again, it is the same. */
    abstract void asks(Client person);

    /** Name of the event that begins it. */
    abstract String requested();

    /** Names of those of which it has one each in the end. */
    abstract List<String> once();

    /** What else nodes are told. */
    Map<String, String> settings() {
        return Map.of();
    }

    /** Whether there is nothing left to do for those who have all of these events. */
    boolean isOver(MongoClient stores) {
        return true;
    }

    /** @param beside whether another node lives, which looks more seldom */
    final void rounds(Path home, boolean beside) throws IOException {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(home.resolve("mongo"));
                EmbeddedElasticsearch elasticsearch = EmbeddedElasticsearch.start(home.resolve("elasticsearch"));
                MongoClient log = MongoClients.create(mongo.uri());
                MortalNodes nodes = MortalNodes.start(home, mongo, elasticsearch, beside, settings())) {
            for (NodeProcess node : nodes.all()) {
                witnesses.put(node, new Witness(stages(), between()));
            }
            places().forEach(place -> people.add("person at " + place));
            lives(nodes, people);
            for (String place : places()) {
                nodes.killAt(place);
                for (int again = 1; !diesAt(place, nodes, log) && again < TURNS; again++) {
                    people.add(turn, "person at " + place + ", once more " + again);
                    lives(nodes, List.of(people.get(turn)));
                }
            }
            nodes.killAt("");
            // Who asked at a node that died before it heard, or told anybody, asks again, as a client does.
            people.forEach(person -> asked(nodes.first().client(person)));
            await().atMost(LONG).until(() -> {
                look();
                return isQuiet(log);
            });

            assertThat(died).containsExactlyElementsOf(places());
            if (beside) { // the other leaves what the first began for seconds, long enough to be asked
                assertThat(witnesses.sequencedValues().getLast().seen())
                        .as("how often each stage was told")
                        .allMatch(often -> often > 0);
            }
            List<String> asked = streams(log, requested());
            assertThat(asked).hasSameSizeAs(people);
            once().forEach(type -> assertThat(streams(log, type)).as(type).containsExactlyInAnyOrderElementsOf(asked));
            await().atMost(LONG).until(() -> isOver(log));
            everybodyIsTold(nodes, people, stages().getLast());
            assertThat(nodes.said())
                    .as("what was still to be cleared came from nowhere")
                    .doesNotContain("came back");
            witnesses
                    .values()
                    .forEach(witness -> System.out.println("died at " + died.size() + " places, " + people.size()
                            + " people; told of each stage: " + witness.seen()));
        }
    }

    /** Whether the first node did, while the one whose turn it is was erased; else the other did it all. */
    private boolean diesAt(String place, MortalNodes nodes, MongoClient log) {
        Client person = nodes.first().client(people.get(turn));
        AtomicBoolean answered = new AtomicBoolean(asked(person));
        await().atMost(DEAD).until(() -> {
            look();
            if (!nodes.first().isAlive()) {
                return true;
            }
            if (!answered.get()) {
                answered.set(asked(person));
            }
            return answered.get() && isQuiet(log) && isOver(log);
        });
        turn++;
        // What it dies after may be in the log before it is dead.
        if (nodes.first().isAliveAfter(DYING)) {
            return false;
        }
        died.add(place);
        look();
        return true;
    }

    /** They have something to lose, and every node tells them all of it. */
    private void lives(MortalNodes nodes, List<String> names) {
        names.forEach(name -> lives(nodes.first().client(name)));
        everybodyIsTold(nodes, names, stages().getFirst());
    }

    private static void everybodyIsTold(MortalNodes nodes, List<String> names, Set<String> all) {
        nodes.all().stream().flatMap(node -> names.stream().map(node::client)).forEach(person -> await().atMost(DEAD)
                .untilAsserted(
                        () -> assertThat(Served.to(person)).as(person.name()).contains(all)));
    }

    private static void lives(Client person) {
        person.allows("personalization");
        person.publishes("joint-1", "dovetail");
        person.publishes("bowl-1", "turning");
        person.likes("joint-1", "m-1");
        person.likes("bowl-1", "m-2");
        person.send(HttpMethod.POST, "/api/v1/user/exports", Role.SUBJECT, "{}");
    }

    /** Whether it answered; it may die of this, or of what was left to do before. */
    private boolean asked(Client person) {
        try {
            asks(person);
            return true;
        } catch (ResourceAccessException dead) {
            return false;
        }
    }

    /** At all nodes that live, for those whose turn it was or is. */
    private void look() {
        List<String> now = people.subList(Math.max(0, turn - 2), Math.min(people.size(), turn + 2));
        witnesses.forEach((node, witness) -> now.forEach(person -> {
            if (node.isAlive()) {
                witness.ask(node.client(person));
            }
        }));
    }

    /** Everybody who asked has a certificate, and what belongs to it. */
    private boolean isQuiet(MongoClient log) {
        int asked = streams(log, requested()).size();
        return once().stream().allMatch(type -> streams(log, type).size() == asked);
    }

    /** The names of the streams of all events of this type, one for each event. */
    private static List<String> streams(MongoClient log, String type) {
        List<String> streams = new ArrayList<>();
        for (Document block : log.getDatabase("patina").getCollection("blocks").find()) {
            List<Document> events = block.getList("events", Document.class);
            List<String> keys = block.getList("keys", String.class);
            for (int i = 0; i < events.size(); i++) {
                if (type.equals(events.get(i).getString("type"))) {
                    streams.add(keys.get(i).substring(0, keys.get(i).lastIndexOf('@')));
                }
            }
        }
        return streams;
    }
}
