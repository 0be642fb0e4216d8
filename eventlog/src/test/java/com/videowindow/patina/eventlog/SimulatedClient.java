package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.NOON;
import static com.videowindow.patina.eventlog.People.view;
import static com.videowindow.patina.eventlog.People.viewed;

import com.mongodb.MongoException;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.Fact;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.audit.Stored;
import com.videowindow.patina.eventlog.Commit.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/** Somebody who writes and reads, through one node, and tells the history what came of it. */
final class SimulatedClient {
    private static final int STREAMS = 4;
    private static final int MESSAGES = 60;

    private final Simulation simulation;
    private final Random random;
    private final SimulatedNode node;
    private final History history;
    private final String name;
    private int sent;
    private List<LoggedEvent> open = List.of();

    SimulatedClient(Simulation simulation, SimulatedNode node, History history, String name) {
        this.simulation = simulation;
        this.random = simulation.random();
        this.node = node;
        this.history = history;
        this.name = name;
    }

    /** Does one thing of many. */
    void act() {
        try {
            switch (random.nextInt(14)) {
                case 0, 1, 2, 3 -> append("stream/" + random.nextInt(STREAMS), 1 + random.nextInt(3), 0);
                case 4 -> append("stream/" + random.nextInt(STREAMS), 1 + random.nextInt(2), 1 + random.nextInt(2));
                case 5 -> append("large/" + name, 9 + random.nextInt(20), 0);
                case 6, 7 -> tellSomething();
                case 8, 9 -> readStream("stream/" + random.nextInt(STREAMS));
                case 10, 11 -> appendToSeveral();
                default -> simulation.pause(Duration.ofMillis(random.nextInt(200)));
            }
        } catch (LogUnavailable | MongoException e) {
            simulation.note("could not: " + e.getMessage());
        } catch (IllegalStateException e) {
            if (!"state should be: open".equals(e.getMessage())) {
                throw e;
            }
        }
    }

    boolean canWrite() {
        List<LoggedEvent> commit = List.of(event("end/" + name, 0));
        return attempt(commit, true) && history.isAcknowledged(commit.getFirst().key());
    }

    /** @param back how many events behind the end of the stream it believes to write */
    void append(String stream, int count, int back) {
        send(events(stream, count, back));
    }

    /** One commit, as a command that changes several aggregates makes. */
    private void appendToSeveral() {
        int first = random.nextInt(STREAMS);
        List<LoggedEvent> commit = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(STREAMS - 1); i++) {
            int back = simulation.chance(0.1) ? 1 : 0;
            commit.addAll(events("stream/" + (first + i) % STREAMS, 1 + random.nextInt(2), back));
        }
        send(commit);
    }

    private List<LoggedEvent> events(String stream, int count, int back) {
        long next = Math.max(0, node.blocks.lastSequence(stream) + 1 - back);
        return IntStream.range(0, count).mapToObj(i -> event(stream, next + i)).toList();
    }

    private void send(List<LoggedEvent> commit) {
        boolean known = attempt(commit, true);
        for (int again = 0; !known && again < 2 && simulation.chance(0.6); again++) {
            known = attempt(commit, false);
        }
    }

    /** What it sent and had no answer to when its node ended; somebody may send it again through another. */
    List<LoggedEvent> open() {
        return open;
    }

    void sendAgain(List<LoggedEvent> commit) {
        for (int again = 0; again < 3 && !attempt(commit, false); again++) {
            simulation.pause(Duration.ofMillis(random.nextInt(400)));
        }
    }

    /** Says so when nobody knows what became of it. */
    void write(List<LoggedEvent> commit) {
        if (!attempt(commit, false)) {
            throw new LogUnavailable("nobody knows", null);
        }
    }

    LoggedEvent event(String stream, long sequence) {
        String id = name + "-" + sent++;
        GenericDomainEventMessage<?> message = new GenericDomainEventMessage<>(
                "consents",
                stream,
                sequence,
                viewed(ANNA, id),
                MetaData.emptyInstance(),
                id,
                NOON.plusNanos(simulation.now()).plusMillis(random.nextInt(2_000)));
        return SimulatedNode.MAPPING.logged(List.of(message)).getFirst();
    }

    /** @return whether it is known what became of it */
    private boolean attempt(List<LoggedEvent> commit, boolean first) {
        open = commit;
        boolean known = answered(commit, first);
        open = List.of();
        return known;
    }

    private boolean answered(List<LoggedEvent> commit, boolean first) {
        history.attempted(commit);
        Commit submitted;
        try {
            submitted = node.committer.submit(commit, 0);
        } catch (LogUnavailable full) {
            if (first) {
                history.refused(commit);
            }
            return first;
        }
        Outcome outcome = node.committer.await(submitted);
        simulation.note(outcome.getClass().getSimpleName());
        switch (outcome) {
            case Outcome.Landed landed -> landed(commit, landed);
            case Outcome.Conflict conflict -> history.conflicted(commit, conflict.key());
            case Outcome.KeysClosed closed -> throw new AssertionError("nothing is sealed here");
            case Outcome.Unavailable unavailable -> {
                history.check(
                        !(unavailable.cause() instanceof BrokenChain),
                        "a writer is told without reason: " + unavailable.cause());
                boolean refused = first && unavailable.why().contains("nothing was stored");
                if (refused) {
                    history.refused(commit);
                }
                return refused;
            }
        }
        return true;
    }

    private void landed(List<LoggedEvent> commit, Outcome.Landed landed) {
        for (int i = 0; i < commit.size(); i++) {
            history.acknowledged(
                    commit.get(i).key(), new LogPosition(landed.first().value() + i));
        }
        history.check(
                landed.last().value() == landed.first().value() + commit.size() - 1, "a commit landed in two places");
    }

    private void tellSomething() {
        List<Fact> facts = new ArrayList<>();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            facts.add(view(ANNA, "m" + random.nextInt(MESSAGES)));
        }
        tell(facts);
    }

    void tell(List<Fact> facts) {
        List<Stored> stored = node.facts.storeOnce(facts);
        List<String> names = SimulatedNode.FACTS.of(facts);
        for (int i = 0; i < facts.size(); i++) {
            history.acknowledged(EventKey.text(names.get(i), 0), stored.get(i).position());
            if (!stored.get(i).duplicate()) {
                history.fresh(EventKey.text(names.get(i), 0));
            }
        }
    }

    void readStream(String stream) {
        List<LoggedEvent> events = node.streams.of(stream, 0).toList();
        for (int i = 0; i < events.size(); i++) {
            history.read(events.get(i).key(), events.get(i).id());
            history.check(
                    events.get(i).key().equals(EventKey.text(stream, i)), "a reading of " + stream + " skips an event");
        }
    }
}
