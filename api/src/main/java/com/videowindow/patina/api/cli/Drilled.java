package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.api.cli.NewestKeys.Erased;
import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogWalk.Header;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.Fences;
import com.videowindow.patina.domain.erasure.PartFences;
import com.videowindow.patina.domain.erasure.SubjectErased;
import com.videowindow.patina.domain.part.PartForgotten;
import com.videowindow.patina.domain.privacy.Forgotten;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be read of people and parts that were erased, by the fences beside the keys and by what the log itself says. A part
 * is known by its places, which are the same in every copy of the log that has them.
 */
final class Drilled {
    private final Set<SubjectId> fenced = new HashSet<>();
    private final Set<SubjectId> known = new HashSet<>();
    private final Map<ErasureId, SubjectId> fencedParts = new HashMap<>();
    private final Set<ErasureId> knownParts = new HashSet<>();
    private final Map<LogPosition, ErasureId> places = new HashMap<>();
    private final Map<SubjectId, Count> people = new HashMap<>();
    private final Map<ErasureId, Count> parts = new HashMap<>();
    private final @Nullable Erased since;
    private boolean sound;

    /** @param since what went after the copy of the keys was made; absent where nothing newer is there to tell */
    Drilled(@Nullable Erased since) {
        this.since = since;
    }

    /** Of one person or part. */
    private static final class Count {
        private long forgotten;
        private long readable;

        private void add(DomainEvent event) {
            if (event instanceof Forgotten) {
                forgotten++;
            } else {
                readable++;
            }
        }
    }

    /**
     * Of several.
     *
     * @param several people, or parts
     */
    record Sum(int several, long events, long readable) {
        private static Sum of(Collection<Count> counts) {
            long events = 0;
            long readable = 0;
            for (Count count : counts) {
                events += count.forgotten + count.readable;
                readable += count.readable;
            }
            return new Sum(counts.size(), events, readable);
        }

        String inWords(String what) {
            return "%,d %s, %,d events, %,d of them readable".formatted(several, what, events, readable);
        }

        ObjectNode json(String what) {
            return Http.JSON
                    .createObjectNode()
                    .put(what, several)
                    .put("events", events)
                    .put("readable", readable);
        }
    }

    /** Whether the log that was put back is as it was signed. */
    void sound(boolean is) {
        sound = is;
    }

    void fences(Fences whole, PartFences some) {
        whole.all().forEach(fence -> fenced.add(fence.subject()));
        for (PartFences.Raised fence : some.all()) {
            fencedParts.put(fence.erasure(), fence.subject());
            some.gone(fence.erasure()).ifPresent(gone -> add(fence.erasure(), gone));
        }
    }

    /** What the log itself says went. All of this is asked for before events are counted. */
    void said(PartForgotten gone) {
        knownParts.add(gone.erasure());
        add(gone.erasure(), gone.places().positions());
    }

    private void add(ErasureId part, Set<LogPosition> gone) {
        gone.forEach(place -> places.put(place, part));
    }

    void count(Header header, DomainEvent event) {
        if (event instanceof SubjectErased gone) {
            known.add(gone.subject());
        }
        SubjectId subject = header.subject();
        if (subject == null || !(event instanceof Forgotten || event instanceof AboutSubject)) {
            return;
        }
        people.computeIfAbsent(subject, first -> new Count()).add(event);
        ErasureId part = places.get(header.position());
        if (part != null) {
            parts.computeIfAbsent(part, first -> new Count()).add(event);
        }
    }

    private boolean isErased(SubjectId subject) {
        return fenced.contains(subject) || known.contains(subject);
    }

    Sum erased() {
        return sum(true);
    }

    Sum others() {
        return sum(false);
    }

    private Sum sum(boolean erased) {
        return Sum.of(people.entrySet().stream()
                .filter(each -> isErased(each.getKey()) == erased)
                .map(Map.Entry::getValue)
                .toList());
    }

    Sum parts() {
        return Sum.of(parts.values());
    }

    /** People of whose erasure this copy of the log does not know. */
    long peopleAgain() {
        return fenced.stream().filter(subject -> !known.contains(subject)).count();
    }

    /** Likewise parts, unless their people are erased as a whole. */
    long partsAgain() {
        return fencedParts.entrySet().stream()
                .filter(each -> !knownParts.contains(each.getKey()) && !isErased(each.getValue()))
                .count();
    }

    /** People of this log whom the copies alone would bring back. */
    private long peopleSince(Erased after) {
        return after.people().stream().filter(people::containsKey).count();
    }

    private long partsSince(Erased after) {
        return after.parts().keySet().stream().filter(parts::containsKey).count();
    }

    /** Where nothing can be read of anybody, nothing is proven. */
    boolean passed() {
        return sound
                && since != null
                && peopleSince(since) == 0
                && partsSince(since) == 0
                && erased().readable() == 0
                && parts().readable() == 0
                && others().readable() > 0;
    }

    ObjectNode json() {
        ObjectNode figures = Http.JSON.createObjectNode().put("sound", sound).put("newestKnown", since != null);
        if (since != null) {
            figures.put("keysOlderThanErasures", peopleSince(since)).put("keysOlderThanParts", partsSince(since));
        }
        figures.set("erased", erased().json("people"));
        figures.set("parts", parts().json("parts"));
        figures.set("others", others().json("people"));
        return figures.put("toBeErasedAgain", peopleAgain()).put("partsToBeErasedAgain", partsAgain());
    }

    List<String> inWords() {
        String keys = since == null
                ? "how old they are CANNOT BE KNOWN: name a newer copy by --newest-keys, or say it where the installation is"
                : peopleSince(since) + partsSince(since) == 0
                        ? "know of every erasure until now"
                        : "OLDER than %,d erasures of people and %,d of parts, which they would bring back: destroy this copy"
                                .formatted(peopleSince(since), partsSince(since));
        return List.of(
                "log      " + (sound ? "sound" : "DAMAGED"),
                "keys     " + keys,
                "erased   " + erased().inWords("people"),
                "parts    " + parts().inWords("parts"),
                "others   " + others().inWords("people"),
                "again    %,d erasures of people and %,d of parts that this copy of the log does not know"
                        .formatted(peopleAgain(), partsAgain()));
    }
}
