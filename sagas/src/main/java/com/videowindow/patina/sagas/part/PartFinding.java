package com.videowindow.patina.sagas.part;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.audit.LogWalk;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.consent.CurrentConsents;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.export.PersonalIndex;
import com.videowindow.patina.domain.part.Kept;
import com.videowindow.patina.domain.part.PartErasureDescribed;
import com.videowindow.patina.domain.part.PartEvent;
import com.videowindow.patina.domain.part.PartHidden;
import com.videowindow.patina.domain.part.PartProgress;
import com.videowindow.patina.domain.part.Places;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.Forgotten;
import com.videowindow.patina.domain.privacy.PersonalData;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Finds what a request means among what stood in the log when it was made. First by the indices of the read models, which is
 * quick; before anything is destroyed also by the clear header of every event, so that nothing is missed that an index lost.
 */
@Component
class PartFinding {
    private static final int AT_ONCE = 256;

    private final PastEvents past;
    private final PersonalIndex index;
    private final LogWalk walk;
    private final LogInspection log;
    private final CurrentConsents consents;

    PartFinding(PastEvents past, PersonalIndex index, LogWalk walk, LogInspection log, CurrentConsents consents) {
        this.past = past;
        this.index = index;
        this.walk = walk;
        this.log = log;
        this.consents = consents;
    }

    /** What goes, of which kinds it is, and what was meant too and stays. */
    record Found(Set<LogPosition> places, Set<DataCategory> kinds, List<Kept> kept) {}

    private record Description(LogPosition position, PartErasureDescribed event) {}

    /** What is hidden at once; empty when what it was about cannot be read any more. */
    Set<LogPosition> quickly(PartProgress part) {
        return described(part)
                .map(said -> meant(part, said, byIndex(part.subject(), said.position()))
                        .places())
                .orElse(Set.of());
    }

    /** All that goes, and whatever described it. */
    Found thoroughly(PartProgress part) {
        Set<LogPosition> places = new TreeSet<>();
        Set<DataCategory> kinds = EnumSet.noneOf(DataCategory.class);
        List<Kept> kept = new ArrayList<>();
        described(part).ifPresent(said -> {
            Set<LogPosition> candidates = byIndex(part.subject(), said.position());
            Set<LogPosition> lists = new TreeSet<>();
            walk.headers(log.head(), header -> {
                if (!part.subject().equals(header.subject())) {
                    return;
                }
                boolean old = said.position().covers(header.position());
                if (old && header.category() != null) {
                    candidates.add(header.position());
                } else if (!old && header.category() == DataCategory.SERVING) {
                    lists.add(header.position());
                }
            });
            candidates.addAll(cameLate(part, lists));
            Found found = meant(part, said, candidates);
            places.addAll(found.places());
            kinds.addAll(found.kinds());
            kept.addAll(found.kept());
        });
        Places hidden = part.places();
        if (hidden != null) {
            SortedMap<LogPosition, DomainEvent> before = read(hidden.positions());
            places.addAll(before.keySet());
            kinds.addAll(kinds(before.values()));
        }
        places.addAll(spentDescriptions(part));
        kinds.add(DataCategory.PREFERENCE);
        return new Found(places, kinds, kept);
    }

    /** Of lists that were stored after the request those that may rest on what was there before it was hidden. */
    private Set<LogPosition> cameLate(PartProgress part, Set<LogPosition> lists) {
        LogPosition hidden = past.stream(PartEvent.stream(part.subject())).entrySet().stream()
                .filter(step -> step.getValue() instanceof PartHidden one
                        && one.erasure().equals(part.erasure()))
                .map(Map.Entry::getKey)
                .reduce(LogPosition.START, (one, other) -> other);
        SortedMap<LogPosition, DomainEvent> late = read(lists);
        late.values()
                .removeIf(event -> !(event instanceof RecommendationsServed list) || !list.mayRestOnWhatWent(hidden));
        return late.keySet();
    }

    /** Of a part whose keys are destroyed, in a log from before: what of it that log has. */
    Found again(PartProgress part, Set<LogPosition> gone) {
        Set<LogPosition> places = forgotten(part.subject(), gone);
        Places hidden = part.places();
        if (hidden != null) {
            places.addAll(hidden.positions());
        }
        return new Found(places, Set.of(), List.of());
    }

    /** Those at which something about this person stands that cannot be read; where the log was written on, others may. */
    private Set<LogPosition> forgotten(SubjectId subject, Set<LogPosition> places) {
        Set<LogPosition> forgotten = new TreeSet<>();
        everything(places).forEach((position, event) -> {
            if (event instanceof Forgotten gone && gone.subject().equals(subject)) {
                forgotten.add(position);
            }
        });
        return forgotten;
    }

    /** How many of these places are of facts, not of what requests were about. */
    int facts(SubjectId subject, Set<LogPosition> places) {
        Set<LogPosition> facts = new TreeSet<>(places);
        facts.removeAll(past.stream(PartEvent.stream(subject)).keySet());
        return facts.size();
    }

    private Set<LogPosition> byIndex(SubjectId subject, LogPosition through) {
        return index.of(subject, through).values().stream()
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Found meant(PartProgress part, Description said, Set<LogPosition> candidates) {
        SortedMap<LogPosition, DomainEvent> facts = read(candidates);
        facts.values()
                .removeIf(fact -> !(fact instanceof AboutSubject personal)
                        || !personal.subject().equals(part.subject()));
        Meant meant = new Meant(said.event().scope(), consents.standing(part.subject()));
        Set<LogPosition> places = meant.among(facts);
        List<Kept> kept = meant.kept(facts);
        facts.keySet().retainAll(places);
        return new Found(places, kinds(facts.values()), kept);
    }

    /** Without what is forgotten. */
    private SortedMap<LogPosition, DomainEvent> read(Collection<LogPosition> places) {
        SortedMap<LogPosition, DomainEvent> read = everything(places);
        read.values().removeIf(Forgotten.class::isInstance);
        return read;
    }

    private SortedMap<LogPosition, DomainEvent> everything(Collection<LogPosition> places) {
        SortedMap<LogPosition, DomainEvent> read = new TreeMap<>();
        List<LogPosition> all = List.copyOf(places);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            read.putAll(past.at(all.subList(from, Math.min(all.size(), from + AT_ONCE))));
        }
        return read;
    }

    private static Set<DataCategory> kinds(Collection<DomainEvent> facts) {
        Set<DataCategory> kinds = EnumSet.noneOf(DataCategory.class);
        for (DomainEvent fact : facts) {
            PersonalData data = fact.getClass().getAnnotation(PersonalData.class);
            if (data != null) {
                kinds.add(data.value());
            }
        }
        return kinds;
    }

    private Optional<Description> described(PartProgress part) {
        return past.stream(PartEvent.stream(part.subject())).entrySet().stream()
                .filter(one -> one.getValue() instanceof PartErasureDescribed said
                        && said.erasure().equals(part.erasure()))
                .map(one -> new Description(one.getKey(), (PartErasureDescribed) one.getValue()))
                .findFirst();
    }

    /** Of this request, and of those that came to an end: one that was taken back may name what goes now. */
    private Set<LogPosition> spentDescriptions(PartProgress part) {
        SortedMap<LogPosition, DomainEvent> stream = past.stream(PartEvent.stream(part.subject()));
        Map<ErasureId, PartProgress> known = new HashMap<>();
        for (DomainEvent event : stream.values()) {
            if (event instanceof PartEvent step) {
                known.compute(step.erasure(), (erasure, before) -> PartProgress.after(before, step));
            }
        }
        Set<LogPosition> spent = new TreeSet<>();
        stream.forEach((position, event) -> {
            if (event instanceof PartErasureDescribed said && !stands(said, part, known)) {
                spent.add(position);
            }
        });
        return spent;
    }

    private static boolean stands(PartErasureDescribed said, PartProgress part, Map<ErasureId, PartProgress> known) {
        PartProgress its = known.get(said.erasure());
        return its != null && its.state().isOpen() && !said.erasure().equals(part.erasure());
    }

    /** Events at these places that still say something. */
    long readable(Set<LogPosition> places) {
        return read(places).size();
    }
}
