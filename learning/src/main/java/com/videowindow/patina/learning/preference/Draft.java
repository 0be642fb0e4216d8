package com.videowindow.patina.learning.preference;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.CreatorId;
import com.videowindow.patina.domain.catalog.SkillLevel;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.domain.interest.Facets;
import com.videowindow.patina.domain.interest.Preferences;
import com.videowindow.patina.domain.interest.PreferencesStated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A profile while events are folded in: opened once, changed many times, closed once. Bounds are kept after every
 * event, not at the end, so that it does not matter how a log is cut into batches.
 */
final class Draft {
    private static final Comparator<Recent> LATEST_FIRST = Comparator.comparing(Recent::at)
            .reversed()
            .thenComparing(Recent::kind)
            .thenComparing(Recent::content, Comparator.nullsLast(Comparator.naturalOrder()));

    private final Decay decay;
    private final Posterior posterior;
    private final TreeMap<Facet, Ledger> facets = new TreeMap<>();
    private final SeenContent seen;
    private final List<ContentId> dismissed;
    private final List<Recent> recent;
    private final TreeSet<CreatorId> following;
    private final List<LatestDeed> lately;
    private final TreeMap<SkillLevel, Practised> practised = new TreeMap<>();
    private Preferences preferences;
    private long revision;
    private @Nullable Instant statedAt;
    private @Nullable Instant last;
    private int hits;
    private int predictions;

    Draft(ProfileState state, Decay decay, Posterior posterior) {
        this.decay = decay;
        this.posterior = posterior;
        state.facets().forEach(known -> facets.put(known.facet(), new Ledger(known)));
        this.seen = new SeenContent(state.seen());
        this.dismissed = new ArrayList<>(state.dismissed());
        this.recent = new ArrayList<>(state.recent());
        this.following = new TreeSet<>(state.following());
        this.lately = new ArrayList<>(state.lately());
        state.practised().forEach(known -> practised.put(known.level(), known));
        this.preferences = state.preferences();
        this.revision = state.revision();
        this.statedAt = state.statedAt();
        this.last = state.lastEventAt();
        this.hits = state.hits();
        this.predictions = state.predictions();
    }

    ProfileState finished() {
        return new ProfileState(
                last,
                facets.values().stream().map(Ledger::now).toList(),
                preferences,
                revision,
                statedAt,
                seen.newestFirst(),
                dismissed,
                recent,
                List.copyOf(following),
                hits,
                predictions,
                lately,
                List.copyOf(practised.values()));
    }

    /**
     * Nothing is left that was learned or stated, only the count of statements, which {@code If-Match} needs, and what the
     * person did, which is theirs to see as long as it is stored.
     */
    Draft forgotten() {
        Draft empty = new Draft(ProfileState.EMPTY, decay, posterior);
        empty.revision = revision;
        empty.recent.addAll(recent);
        return empty;
    }

    void state(PreferencesStated stated) {
        preferences = stated.preferences();
        revision = stated.revision();
        statedAt = stated.at();
    }

    void remember(InteractionRecorded event) {
        recent.add(new Recent(event.kind(), event.content(), event.at()));
        recent.sort(LATEST_FIRST);
        if (recent.size() > ProfileState.MAX_RECENT) {
            recent.removeLast();
        }
        if (event.kind() == InteractionKind.FOLLOW) {
            creators(event.facets()).map(Facet::value).map(CreatorId::new).forEach(this::follow);
        }
    }

    /** What somebody sees to the end, or does not, tells of their skill where the level of the video is known. */
    void practise(InteractionRecorded event) {
        Double completion = event.engagement().completion();
        if (event.kind() != InteractionKind.VIEW || completion == null) {
            return;
        }
        long at = event.at().getEpochSecond();
        event.facets().values().stream()
                .filter(facet -> facet.kind() == FacetKind.SKILL)
                .flatMap(facet -> SkillLevel.named(facet.value()).stream())
                .forEach(level -> practised.put(
                        level,
                        practised
                                .getOrDefault(level, Practised.none(level, at))
                                .with(completion >= Signal.FINISHED, at, decay)));
    }

    void learn(Signal signal) {
        last = last == null || signal.at().isAfter(last) ? signal.at() : last;
        check(signal);
        long at = signal.at().getEpochSecond();
        List<Ledger> touched = touched(signal, at);
        ContentId content = signal.content();
        if (content != null) {
            change(content, signal, touched);
        }
        if (facets.size() > ProfileState.MAX_FACETS) {
            dropTheWeakest();
        }
    }

    private List<Ledger> touched(Signal signal, long at) {
        if (signal.weight() == 0) {
            return List.of();
        }
        List<Facet> about = signal.engages()
                ? signal.facets().values()
                : creators(signal.facets()).toList();
        List<Ledger> touched = new ArrayList<>(about.size());
        for (Facet facet : about) {
            Ledger ledger = facets.computeIfAbsent(facet, unknown -> new Ledger(unknown, at));
            ledger.add(signal.weight(), at, decay);
            touched.add(ledger);
        }
        if (!about.isEmpty()) {
            keep(new LatestDeed(signal.content(), about, signal.weight(), at));
        }
        return touched;
    }

    private void keep(LatestDeed deed) {
        int place = Collections.binarySearch(lately, deed, LatestDeed.NEWEST_FIRST);
        lately.add(place < 0 ? -place - 1 : place, deed);
        if (lately.size() > ProfileState.MAX_LATELY) {
            lately.removeLast();
        }
    }

    private void change(ContentId content, Signal signal, List<Ledger> touched) {
        if (signal.dismisses()) {
            dismiss(content);
        }
        if (!signal.engages()) {
            return;
        }
        SeenContent.Change change = seen.change(content, signal);
        if (change.recanted() != 0) {
            touched.forEach(ledger -> ledger.recant(content, change.recanted()));
        }
        Proof proof = signal.proof();
        if (proof != null && change.holds()) {
            Evidence deed = new Evidence(proof, content, signal.at().getEpochSecond());
            touched.forEach(ledger -> ledger.prove(deed, change.first()));
        }
    }

    private void check(Signal signal) {
        ContentId content = signal.content();
        if (!signal.clear() || content == null || seen.knows(content)) {
            return;
        }
        OptionalDouble predicted = posterior.predict(known(signal.facets()), reference());
        if (predicted.isPresent()) {
            predictions++;
            hits += predicted.getAsDouble() >= 0.5 == signal.weight() > 0 ? 1 : 0;
        }
    }

    private void dropTheWeakest() {
        long at = reference();
        facets.values().stream()
                .map(Ledger::now)
                .min(Comparator.comparingDouble((FacetEvidence known) -> posterior.weight(known, at))
                        .thenComparing(FacetEvidence::facet))
                .ifPresent(weakest -> facets.remove(weakest.facet()));
    }

    private void dismiss(ContentId content) {
        dismissed.remove(content);
        dismissed.addFirst(content);
        if (dismissed.size() > ProfileState.MAX_DISMISSED) {
            dismissed.removeLast();
        }
    }

    private void follow(CreatorId creator) {
        if (following.size() < ProfileState.MAX_FOLLOWING) {
            following.add(creator);
        }
    }

    private long reference() {
        return last == null ? 0 : last.getEpochSecond();
    }

    private List<FacetEvidence> known(Facets about) {
        return about.values().stream()
                .map(facets::get)
                .filter(Objects::nonNull)
                .map(Ledger::now)
                .toList();
    }

    private static Stream<Facet> creators(Facets facets) {
        return facets.values().stream().filter(facet -> facet.kind() == FacetKind.CREATOR);
    }
}
