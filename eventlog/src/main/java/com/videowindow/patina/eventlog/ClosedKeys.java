package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.SubjectErased;
import com.videowindow.patina.domain.part.PartKeysClosed;
import com.videowindow.patina.domain.retention.PeriodsEnded;
import com.videowindow.patina.eventlog.privacy.Closings;
import com.videowindow.patina.eventlog.privacy.PayloadKeys;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a writer that slept from writing under keys that are gone. Whoever closes keys stores an event about it afterwards. A
 * block is written behind one that was read; so whoever writes behind that event has read it, and seals again what was
 * sealed before. What stands in front of it, whoever destroys the keys has seen. No clock and no lease is needed for it.
 */
final class ClosedKeys {
    /** In streams that end with whom they are about. */
    private static final Set<String> OF_ONE = Set.of(name(PartKeysClosed.class), name(SubjectErased.class));

    private static final String OF_ALL = name(PeriodsEnded.class);

    private final @Nullable Closings closings;

    ClosedKeys(@Nullable PayloadKeys keys) {
        closings = keys == null ? null : keys.closings();
    }

    private static String name(Class<?> event) {
        return EventNames.CURRENT.of(event).name();
    }

    /** To be asked before anything is sealed. */
    long now() {
        return closings == null ? 0 : closings.now();
    }

    /** Every block of the log, before anything is written behind it. */
    void follow(Block block) {
        if (closings != null) {
            for (LoggedEvent event : block.events()) {
                if (OF_ALL.equals(event.type())) {
                    closings.closeAll();
                } else if (OF_ONE.contains(event.type())) {
                    String stream = EventKey.parse(event.key()).stream();
                    closings.close(SubjectId.of(stream.substring(stream.lastIndexOf('/') + 1)));
                }
            }
        }
    }

    /** Something will be written behind blocks that were not read. */
    void skip() {
        if (closings != null) {
            closings.closeAll();
        }
    }

    /** Whether it may be written behind what was read. */
    boolean isCurrent(Commit commit) {
        long asOf = commit.asOf();
        return closings == null
                || asOf >= closings.now()
                || commit.events().stream()
                        .filter(event -> Seals.isSealed(event) || SharedSeals.isShared(event))
                        .flatMap(event -> SharedSeals.about(event).stream())
                        .allMatch(subject -> closings.isCurrent(subject, asOf));
    }
}
