package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.Fact;
import com.videowindow.patina.domain.audit.FactLog;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.audit.Stored;
import com.videowindow.patina.eventlog.Commit.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Facts as streams of one event. Those that stand in the log are looked up first, since each race that is lost in the log
 * costs a block; the rest is one commit per fact, so that one lost race fails alone and is answered with the winner's
 * position. They are queued all or none, so that a full queue leaves nothing half stored.
 */
final class StoredFacts implements FactLog {
    private final BlockStore blocks;
    private final Committer committer;
    private final EventMapping mapping;
    private final FactStreams streams;
    private final LogMetrics metrics;

    StoredFacts(BlockStore blocks, Committer committer, EventMapping mapping, FactStreams streams, LogMetrics metrics) {
        this.blocks = blocks;
        this.committer = committer;
        this.mapping = mapping;
        this.streams = streams;
        this.metrics = metrics;
    }

    @Override
    public List<Stored> storeOnce(List<Fact> facts) {
        return facts.isEmpty() ? List.of() : metrics.timed(() -> stored(facts));
    }

    private List<Stored> stored(List<Fact> facts) {
        List<String> names = streams.of(facts);
        List<String> keys = names.stream().map(name -> EventKey.text(name, 0)).toList();
        Map<String, Stored> known = duplicates(Set.copyOf(keys));
        Map<String, DomainEventMessage<?>> fresh = new LinkedHashMap<>();
        for (int i = 0; i < facts.size(); i++) {
            if (!known.containsKey(keys.get(i))) {
                String name = names.get(i);
                Fact fact = facts.get(i);
                fresh.computeIfAbsent(keys.get(i), key -> message(fact, name));
            }
        }
        while (!fresh.isEmpty()) { // once more for what keys were closed of between sealing and writing
            Map<String, Commit> writing = submitted(fresh.values());
            known.putAll(landed(writing));
            fresh.keySet()
                    .removeIf(
                            key -> !(Objects.requireNonNull(writing.get(key)).outcome() instanceof Outcome.KeysClosed));
        }
        return inOrder(keys, known);
    }

    private Map<String, Commit> submitted(Collection<DomainEventMessage<?>> messages) {
        long asOf = mapping.closed().now();
        List<LoggedEvent> fresh = mapping.logged(List.copyOf(messages));
        Iterator<Commit> commits =
                committer.submitAll(fresh.stream().map(List::of).toList(), asOf).iterator();
        Map<String, Commit> writing = new LinkedHashMap<>();
        fresh.forEach(event -> writing.put(event.key(), commits.next()));
        return writing;
    }

    @Override
    public Optional<DomainEvent> find(Fact fact) {
        Set<String> key = Set.of(key(fact));
        List<LoggedEvent> found = LogAccess.available(() -> blocks.events(key));
        return mapping.stream(found.stream())
                .asStream()
                .map(Message::getPayload)
                .filter(DomainEvent.class::isInstance)
                .map(DomainEvent.class::cast)
                .findFirst();
    }

    @Override
    public Optional<LogPosition> position(Fact fact) {
        String key = key(fact);
        return Optional.ofNullable(
                LogAccess.available(() -> blocks.positions(Set.of(key))).get(key));
    }

    private String key(Fact fact) {
        return EventKey.text(streams.of(List.of(fact)).getFirst(), 0);
    }

    private static DomainEventMessage<?> message(Fact fact, String stream) {
        MetaData metadata =
                CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.correlationData() : MetaData.emptyInstance();
        return new GenericDomainEventMessage<>(fact.family(), stream, 0, fact.event(), metadata);
    }

    private Map<String, Stored> landed(Map<String, Commit> writing) {
        Map<String, Stored> results = new HashMap<>();
        List<String> lost = new ArrayList<>();
        writing.forEach((key, commit) -> {
            switch (committer.await(commit)) {
                case Outcome.Landed landed -> results.put(key, new Stored(landed.last(), false));
                case Outcome.Conflict conflict -> lost.add(key);
                case Outcome.KeysClosed again -> {}
                case Outcome.Unavailable unavailable -> throw unavailable.failure();
            }
        });
        if (!lost.isEmpty()) {
            results.putAll(duplicates(Set.copyOf(lost)));
        }
        return results;
    }

    private Map<String, Stored> duplicates(Set<String> keys) {
        Map<String, Stored> found = new HashMap<>();
        LogAccess.available(() -> blocks.positions(keys))
                .forEach((key, position) -> found.put(key, new Stored(position, true)));
        return found;
    }

    /** A message that stands twice in one call is stored by its first and a duplicate from its second on. */
    private static List<Stored> inOrder(List<String> keys, Map<String, Stored> known) {
        List<Stored> answers = new ArrayList<>(keys.size());
        for (String key : keys) {
            Stored stored = known.get(key);
            if (stored == null) {
                throw new LogUnavailable("the server answers with an older log than it did", null);
            }
            answers.add(stored);
            known.put(key, new Stored(stored.position(), true));
        }
        return answers;
    }
}
