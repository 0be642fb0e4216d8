package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.domain.recommendation.Contribution;
import com.videowindow.patina.domain.recommendation.Occasion;
import com.videowindow.patina.domain.recommendation.Reason;
import com.videowindow.patina.learning.preference.Evidence;
import com.videowindow.patina.learning.preference.FacetEvidence;
import com.videowindow.patina.learning.preference.Interest;
import com.videowindow.patina.learning.preference.Proof;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns the largest contributions into reasons with their evidence. A reason is only given where it is true by itself:
 * a little freshness does not make content new, a little popularity not popular.
 */
final class Reasons {
    private static final int AT_MOST = 3;
    private static final int NAMED = 5;
    private static final double SHARE_OF_LARGEST = 0.1;
    private static final double POPULAR = 0.25;
    private static final double NEW = 0.5;
    private static final double RELATED = 0.2;

    private final Shelf shelf;
    private final Taste taste;
    private final Scorer scorer;
    private final @Nullable Occasion occasion;

    Reasons(Shelf shelf, Taste taste, Scorer scorer, @Nullable Occasion occasion) {
        this.shelf = shelf;
        this.taste = taste;
        this.scorer = scorer;
        this.occasion = occasion;
    }

    /** At least one, the weightiest first. */
    List<Reason> of(int content, List<Contribution> contributions) {
        List<Contribution> speaking = contributions.stream()
                .filter(part -> part.value() > 0)
                .sorted(Comparator.comparingDouble(Contribution::value).reversed())
                .toList();
        List<Reason> reasons = new ArrayList<>();
        if (scorer.rules().isSponsored(content)) {
            reasons.add(
                    bare(ReasonKind.SPONSORED)); // however little it is: whoever is shown an advertisement is told so
        }
        for (Contribution part : speaking) {
            if (part.value() >= speaking.getFirst().value() * SHARE_OF_LARGEST && reasons.size() < AT_MOST) {
                reason(Part.named(part.name()), content)
                        .filter(one -> !reasons.contains(one))
                        .ifPresent(reasons::add);
            }
        }
        return reasons.isEmpty() ? List.of(bare(ReasonKind.EXPLORE)) : reasons;
    }

    private Optional<Reason> reason(Part part, int content) {
        return switch (part) {
            case INTEREST -> interest(content);
            case MAKEABLE -> makeable(content);
            case COLLABORATIVE ->
                because(ReasonKind.WATCHED_TOGETHER, taste.together().because(content));
            case LIKENESS -> because(ReasonKind.SIMILAR, taste.alike().because(content));
            case RELATED -> related(content);
            case TRENDING ->
                scorer.popularity(content) >= POPULAR ? Optional.of(bare(ReasonKind.TRENDING)) : Optional.empty();
            case FRESHNESS -> scorer.freshness(content) >= NEW ? Optional.of(bare(ReasonKind.NEW)) : Optional.empty();
            case EDITORIAL -> Optional.of(bare(ReasonKind.CHOSEN));
            case EXPLORATION -> Optional.of(bare(ReasonKind.EXPLORE));
            case BOOST, PIN ->
                scorer.rules().isSponsored(content) ? Optional.empty() : Optional.of(bare(ReasonKind.PROMOTED));
            case DIVERSITY, CREATOR, CALIBRATION, CAP -> Optional.empty();
        };
    }

    private Optional<Reason> related(int content) {
        if (occasion == null || scorer.related(content) < RELATED) {
            return Optional.empty();
        }
        ContentId watched = occasion.watched();
        return Optional.of(
                watched == null
                        ? bare(ReasonKind.GOES_WITH)
                        : new Reason(ReasonKind.GOES_ON, null, List.of(watched), 0));
    }

    /** It rests on everything that was practised, so it names nothing of it. */
    private Optional<Reason> makeable(int content) {
        int step = shelf.catalog().skillOf(content);
        if (taste.makeable().isStepUp(step)) {
            return Optional.of(bare(ReasonKind.STEP_UP));
        }
        boolean known = scorer.practised(content, FacetKind.TECHNIQUE) == 1;
        return known && taste.makeable().isAtTheirLevel(step)
                ? Optional.of(bare(ReasonKind.MAKEABLE))
                : Optional.empty();
    }

    /** By what was stated of the content: what was only read of it may be wrong. */
    private Optional<Reason> interest(int content) {
        int strongest = -1;
        List<Facet> stated =
                shelf.catalog().content(content).description().facets().values();
        for (int facet : shelf.catalog().facetsOf(content)) {
            if (stated.contains(shelf.catalog().facet(facet))
                    && scorer.pull(facet) > (strongest < 0 ? 0 : scorer.pull(strongest))) {
                strongest = facet;
            }
        }
        return strongest < 0
                ? Optional.empty()
                : Optional.of(interest(shelf.catalog().facet(strongest)));
    }

    private Reason interest(Facet facet) {
        Optional<Interest> interest = taste.interest(facet);
        if (interest.filter(Interest::stated).isPresent()) {
            return new Reason(ReasonKind.STATED_INTEREST, facet, List.of(), 0);
        }
        if (taste.follows(facet)) {
            return new Reason(ReasonKind.FOLLOWED_CREATOR, facet, List.of(), 0);
        }
        FacetEvidence learned = interest.map(Interest::learned).orElse(null);
        Proof proof = mostTelling(learned);
        if (learned == null || proof == null) {
            return new Reason(ReasonKind.LEARNED_INTEREST, facet, List.of(), 0);
        }
        List<ContentId> because = learned.newest().stream()
                .filter(deed -> deed.proof() == proof)
                .map(Evidence::content)
                .toList();
        int count = Math.max(because.size(), learned.tally(proof));
        return new Reason(ReasonKind.deed(proof, facet.kind()), facet, because, count);
    }

    /** The kind of deed that most of the newest evidence is of. */
    private static @Nullable Proof mostTelling(@Nullable FacetEvidence learned) {
        if (learned == null) {
            return null;
        }
        Map<Proof, Integer> counts = new EnumMap<>(Proof.class);
        learned.newest().forEach(deed -> counts.merge(deed.proof(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<Proof, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static Optional<Reason> because(String kind, List<ContentId> because) {
        return because.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Reason(kind, null, because.subList(0, Math.min(NAMED, because.size())), because.size()));
    }

    private static Reason bare(String kind) {
        return new Reason(kind, null, List.of(), 0);
    }
}
