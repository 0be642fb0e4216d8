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
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
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

    private final List<String> died = new ArrayList<>();
    private final SequencedMap<NodeProcess, Witness> witnesses = new LinkedHashMap<>();

    abstract List<String> places();

    /** What a person may be told of themselves, in this order: all at first, at the end what stays. */
    abstract List<Set<String>> stages();

    /** How long a node may take from one stage to the next. */
    abstract Duration between();

    /** Asks for the erasure; again, it is the same. */
    abstract void asks(Client person);

    /** Names of the events that begin and end it. */
    abstract String requested();

    abstract String certified();

    /** @param beside whether another node lives, which looks more seldom */
    final void rounds(Path home, boolean beside, int atLeast) throws IOException {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(home.resolve("mongo"));
                EmbeddedElasticsearch elasticsearch = EmbeddedElasticsearch.start(home.resolve("elasticsearch"));
                MongoClient log = MongoClients.create(mongo.uri());
                MortalNodes nodes = MortalNodes.start(home, mongo, elasticsearch, beside)) {
            for (NodeProcess node : nodes.all()) {
                witnesses.put(node, new Witness(stages(), between()));
            }
            lives(nodes);
            for (String place : places()) {
                nodes.killAt(place);
                asked(nodes.first().client(name(place)));
                await().atMost(DEAD).until(() -> {
                    look();
                    return !nodes.first().isAlive() || isQuiet(log);
                });
                if (!nodes.first().isAlive()) {
                    died.add(place);
                    look();
                }
            }
            nodes.killAt("");
            // Who asked at a node that died before it heard, or told anybody, asks again, as a client does.
            places().forEach(place -> asked(nodes.first().client(name(place))));
            await().atMost(LONG).until(() -> {
                look();
                return isQuiet(log);
            });

            assertThat(died).hasSizeGreaterThanOrEqualTo(atLeast);
            if (beside) { // the other leaves what the first began for seconds, long enough to be asked
                assertThat(witnesses.sequencedValues().getLast().seen())
                        .as("how often each stage was told")
                        .allMatch(often -> often > 0);
            }
            List<String> once = streams(log, requested());
            assertThat(once).hasSameSizeAs(places());
            assertThat(streams(log, certified())).containsExactlyInAnyOrderElementsOf(once);
            everybodyIsTold(nodes, stages().getLast());
            witnesses
                    .values()
                    .forEach(witness -> System.out.println("died at " + died.size() + " of " + places().size()
                            + " places; told of each stage: " + witness.seen()));
        }
    }

    private static String name(String place) {
        return "person at " + place;
    }

    private Stream<Client> everybody(MortalNodes nodes) {
        return nodes.all().stream().flatMap(node -> places().stream().map(place -> node.client(name(place))));
    }

    /** Everybody has something to lose, and every node tells them all of it. */
    private void lives(MortalNodes nodes) {
        for (String place : places()) {
            lives(nodes.first().client(name(place)));
        }
        everybodyIsTold(nodes, stages().getFirst());
    }

    private void everybodyIsTold(MortalNodes nodes, Set<String> all) {
        everybody(nodes).forEach(person -> await().atMost(DEAD)
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

    /** As far as the node lives, which may die of what was left to do before. */
    private void asked(Client person) {
        try {
            asks(person);
        } catch (ResourceAccessException dead) {
            assertThat(dead).isNotNull();
        }
    }

    /** At all nodes that live, for those whose turn it was or is. */
    private void look() {
        List<String> turn = places().subList(Math.max(0, died.size() - 2), Math.min(places().size(), died.size() + 2));
        witnesses.forEach((node, witness) -> turn.forEach(place -> {
            if (node.isAlive()) {
                witness.ask(node.client(name(place)));
            }
        }));
    }

    /** Everybody who asked has a certificate. */
    private boolean isQuiet(MongoClient log) {
        return streams(log, certified()).size() == streams(log, requested()).size();
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
