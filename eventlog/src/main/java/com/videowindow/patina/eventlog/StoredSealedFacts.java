package com.videowindow.patina.eventlog;

import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.Forgotten;
import com.videowindow.patina.eventlog.privacy.PayloadKeys;
import com.videowindow.patina.eventlog.privacy.PayloadKeys.Sealing;
import com.videowindow.patina.eventlog.privacy.SealedFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
            if (subject.equals(event.subject()) && Seals.isSealed(event) && through.covers(block.position(offset))) {
                found.add(new At(block.position(offset), Seals.stored(event)));
            }
        }
    }

    @Override
    public Map<String, byte[]> sealedAgain(Collection<String> events, Sealing with) {
        Map<String, byte[]> sealed = new HashMap<>();
        List<LoggedEvent> stored = LogAccess.available(() -> blocks.events(Set.copyOf(events)));
        List<LoggedEvent> opened = seals.opened(stored);
        for (int i = 0; i < stored.size(); i++) {
            LoggedEvent event = opened.get(i);
            if (Seals.isSealed(event)) {
                throw new IllegalStateException(
                        "an event that is to stay was altered, or sealed for another: " + event.key());
            }
            if (!event.type().equals(FORGOTTEN)) {
                sealed.put(
                        event.key(),
                        Seals.sealedAgain(
                                event, Seals.stored(stored.get(i)).use().category(), with));
            }
        }
        return sealed;
    }
}
