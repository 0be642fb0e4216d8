package com.videowindow.patina.eventlog;

import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.Forgotten;
import com.videowindow.patina.eventlog.privacy.PayloadKeys;
import com.videowindow.patina.eventlog.privacy.PayloadKeys.Sealed;
import com.videowindow.patina.eventlog.privacy.PayloadKeys.Sealing;
import com.videowindow.patina.eventlog.privacy.SealedFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at the header of every event of the log, one stretch after another. */
public final class StoredSealedFacts implements SealedFacts {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FORGOTTEN =
            EventNames.CURRENT.of(Forgotten.class).name();

    private final Blocks blocks;
    private final Seals seals;

    public StoredSealedFacts(MongoDatabase database, PayloadKeys keys) {
        this.blocks = new Blocks(database, PATIENCE);
        this.seals = Seals.under(keys);
    }

    @Override
    public List<At> about(SubjectId subject, LogPosition through) {
        List<At> found = new ArrayList<>();
        blocks.walk(0, through.block(), block -> add(block, subject.toString(), through, found));
        return found;
    }

    private static void add(Block block, String subject, LogPosition through, List<At> found) {
        for (int offset = 0; offset < block.events().size(); offset++) {
            LoggedEvent event = block.events().get(offset);
            LogPosition position = block.position(offset);
            if (SharedSeals.isAbout(event.subject(), subject) && through.covers(position)) {
                sealed(event).stream()
                        .filter(fact -> fact.use().subject().toString().equals(subject))
                        .forEach(fact -> found.add(new At(position, fact)));
            }
        }
    }

    private static List<Sealed> sealed(LoggedEvent event) {
        if (SharedSeals.isShared(event)) {
            return SharedSeals.facts(event);
        }
        return Seals.isSealed(event) ? List.of(Seals.stored(event)) : List.of();
    }

    @Override
    public Map<String, byte[]> sealedAgain(Collection<String> facts, Sealing with) {
        Map<String, byte[]> sealed = new HashMap<>();
        Set<String> asked = Set.copyOf(facts);
        Set<String> events = asked.stream().map(SharedSeals::event).collect(Collectors.toSet());
        List<LoggedEvent> stored = LogAccess.available(() -> blocks.events(events));
        List<LoggedEvent> opened = seals.opened(stored);
        for (int i = 0; i < stored.size(); i++) {
            if (SharedSeals.isShared(stored.get(i))) {
                sealed.putAll(sharesAgain(stored.get(i), opened.get(i), asked, with));
            } else {
                String event = stored.get(i).key();
                sealedAgain(stored.get(i), opened.get(i), with).ifPresent(again -> sealed.put(event, again));
            }
        }
        return sealed;
    }

    private static Optional<byte[]> sealedAgain(LoggedEvent stored, LoggedEvent opened, Sealing with) {
        if (Seals.isSealed(opened)) {
            throw new IllegalStateException(
                    "an event that is to stay was altered, or sealed for another: " + opened.key());
        }
        return opened.type().equals(FORGOTTEN)
                ? Optional.empty()
                : Optional.of(
                        Seals.sealedAgain(opened, Seals.stored(stored).use().category(), with));
    }

    private static Map<String, byte[]> sharesAgain(
            LoggedEvent stored, LoggedEvent opened, Set<String> asked, Sealing with) {
        Map<String, byte[]> sealed = new HashMap<>();
        SharedSeals.facts(stored).stream()
                .filter(fact -> asked.contains(fact.event()))
                .forEach(fact -> SharedSeals.sealedAgain(opened, fact, with)
                        .ifPresent(again -> sealed.put(fact.event(), again)));
        return sealed;
    }
}
