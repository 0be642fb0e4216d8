package com.videowindow.patina.learning.preference;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.FacetKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Whether a person's taste has changed of late, and after which deed: the short part of what is known of them.
 *
 * <p>Idea: the latest content that a person liked is foretold twice, from what they liked before it, and from what they liked
 * after it alone. For each kind of facet either is the mean of a Dirichlet posterior over the facets that are known; the sum
 * of the logarithms of their quotients, deed by deed from the newest back, is the logarithm of the Bayes factor for a change
 * just before that deed. With a hazard for each deed this gives the probability of every place of the last change, and of none. Each
 * deed then counts by the probability that it lies on this side of the change; what is older than that counts {@link #KEPT} of itself even
 * if taste surely changed, since people return to what they loved.
 *
 * <p>Deeds and not days, so that somebody who comes once a month is followed as well as somebody who comes every day; the
 * latest by their own time, so that the order of arrival changes nothing.
 *
 * <p>Cost: the facets of the latest {@value ProfileState#MAX_LATELY} deeds, with two logarithms each.
 *
 * <p>Reference: Barry and Hartigan, Product partition models for change point problems (1992); Adams and MacKay, Bayesian
 * online changepoint detection (2007), here with one change at most.
 */
final class Change {
    /** Of a change just before a deed. Chosen, as those below, on simulated people ({@code patina bench market}). */
    private static final double HAZARD = 0.0003;

    private static final double KEPT = 0.1;
    private static final double CONCENTRATION = 1;
    private static final double LIKED = 0.5;

    /** Likes that must be older than a change: nobody changes who has only begun. */
    private static final double BEFORE = 3;

    private static final double LARGEST_EXPONENT = 600;

    private final Decay decay;
    private final long at;
    private final Map<Facet, Tally> tallies = new HashMap<>();
    private final Map<FacetKind, Known> kinds = new EnumMap<>(FacetKind.class);
    private final double none;

    /** @param at epoch second as of which evidence is told */
    Change(List<FacetEvidence> facets, List<LatestDeed> lately, Decay decay, long at) {
        this.decay = decay;
        this.at = at;
        for (FacetEvidence evidence : facets) {
            double left = decay.over(at - evidence.at());
            Known kind = kinds.computeIfAbsent(evidence.facet().kind(), one -> new Known());
            tallies.put(evidence.facet(), new Tally(kind, evidence.positive() * left, evidence.negative() * left));
        }
        List<Met> met = met(lately);
        double[] odds = odds(met);
        double all = 1;
        for (double each : odds) {
            all += each;
        }
        none = 1 / all;
        double here = none;
        for (int i = met.size() - 1; i >= 0; i--) {
            here += odds[i] / all;
            keep(met.get(i), here);
        }
    }

    /** That taste has changed within the latest deeds. */
    double probability() {
        return 1 - none;
    }

    /** The evidence of a facet, each deed of it as much as it counts. */
    Sums of(Facet facet) {
        Tally tally = tallies.get(facet);
        return tally == null ? new Sums(0, 0) : tally.counted(share(none));
    }

    /** All latest deeds with one piece of content; each that is about none stands by itself. */
    private record Met(boolean content, List<LatestDeed> deeds) {
        boolean liked() {
            return content && deeds.stream().mapToDouble(LatestDeed::weight).sum() >= LIKED;
        }

        List<Facet> facets() {
            return deeds.size() == 1
                    ? deeds.getFirst().facets()
                    : deeds.stream()
                            .flatMap(deed -> deed.facets().stream())
                            .distinct()
                            .sorted()
                            .toList();
        }
    }

    /** All facets of one kind: how many, and the likes of them before and after a change. */
    private static final class Known {
        private int facets;
        private double older;
        private double newer;
    }

    private static final class Tally {
        private final Known kind;
        private final double positive;
        private final double negative;
        private double older;
        private double newer;
        private double latePositive;
        private double lateNegative;
        private double keptPositive;
        private double keptNegative;

        Tally(Known kind, double positive, double negative) {
            this.kind = kind;
            this.positive = positive;
            this.negative = negative;
            this.older = positive;
            kind.facets++;
            kind.older += positive;
        }

        void takeFromOlder(double weight) {
            older -= weight;
            kind.older -= weight;
        }

        void addToNewer() {
            newer++;
            kind.newer++;
        }

        /** How much better it is foretold by what came after than by what came before. */
        double surprise() {
            double prior = CONCENTRATION / (kind.facets + 1);
            double after = (prior + newer) / (CONCENTRATION + kind.newer);
            double before = (prior + Math.max(0, older)) / (CONCENTRATION + Math.max(0, kind.older));
            return StrictMath.log(after / before);
        }

        Sums counted(double ofOlder) {
            return new Sums(
                    Math.max(0, positive - latePositive) * ofOlder + keptPositive,
                    Math.max(0, negative - lateNegative) * ofOlder + keptNegative);
        }

        void keep(double weight, double share) {
            if (weight > 0) {
                latePositive += weight;
                keptPositive += weight * share;
            } else {
                lateNegative -= weight;
                keptNegative -= weight * share;
            }
        }
    }

    private static List<Met> met(List<LatestDeed> lately) {
        Map<ContentId, Met> byContent = new HashMap<>();
        List<Met> all = new ArrayList<>();
        for (LatestDeed deed : lately) {
            ContentId content = deed.content();
            Met met = content == null ? null : byContent.get(content);
            if (met == null) {
                met = new Met(content != null, new ArrayList<>());
                all.add(met);
                if (content != null) {
                    byContent.put(content, met);
                }
            }
            met.deeds().add(deed);
        }
        return all;
    }

    /** Of a change just before each, against none at all. */
    private double[] odds(List<Met> met) {
        double[] odds = new double[met.size()];
        double sum = 0;
        for (int i = 0; i < odds.length; i++) {
            Met each = met.get(i);
            each.deeds().forEach(this::takeFromOlder);
            if (!isEnoughBefore()) {
                break;
            }
            if (each.liked()) {
                sum += surprise(each.facets());
            }
            odds[i] = HAZARD * StrictMath.exp(Math.min(sum, LARGEST_EXPONENT));
        }
        return odds;
    }

    private void takeFromOlder(LatestDeed deed) {
        if (deed.weight() > 0) {
            double weight = deed.weight() * decay.over(at - deed.at());
            for (Facet facet : deed.facets()) {
                Tally tally = tallies.get(facet);
                if (tally != null) {
                    tally.takeFromOlder(weight);
                }
            }
        }
    }

    private boolean isEnoughBefore() {
        return kinds.values().stream().anyMatch(kind -> kind.older >= BEFORE);
    }

    /** The mean of its kinds of facets; levels change with practice, and not with taste. */
    private double surprise(List<Facet> facets) {
        List<Tally> found = facets.stream()
                .filter(facet -> facet.kind() != FacetKind.SKILL)
                .map(tallies::get)
                .filter(Objects::nonNull)
                .toList();
        double sum = 0;
        int count = 0;
        for (Known kind : kinds.values()) {
            List<Tally> ofKind =
                    found.stream().filter(tally -> tally.kind == kind).toList();
            for (Tally tally : ofKind) {
                sum += tally.surprise() / ofKind.size();
            }
            count += ofKind.isEmpty() ? 0 : 1;
        }
        found.forEach(Tally::addToNewer);
        return count == 0 ? 0 : sum / count;
    }

    /** @param here the probability that it lies on this side of the change */
    private void keep(Met met, double here) {
        for (LatestDeed deed : met.deeds()) {
            double weight = deed.weight() * decay.over(at - deed.at());
            for (Facet facet : deed.facets()) {
                Tally tally = tallies.get(facet);
                if (tally != null) {
                    tally.keep(weight, share(here));
                }
            }
        }
    }

    private static double share(double here) {
        return KEPT + (1 - KEPT) * here;
    }
}
