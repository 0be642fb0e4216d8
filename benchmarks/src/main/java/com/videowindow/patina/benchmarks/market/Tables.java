package com.videowindow.patina.benchmarks.market;

import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.learning.evaluation.Reliability;
import com.videowindow.patina.learning.market.Compared;
import com.videowindow.patina.learning.market.Exposure;
import com.videowindow.patina.learning.market.Following;
import com.videowindow.patina.learning.market.Foretelling;
import com.videowindow.patina.learning.market.KnownPolicies.Known;
import com.videowindow.patina.learning.market.Moved;
import com.videowindow.patina.learning.market.Recovery;
import com.videowindow.patina.learning.market.SkillGuessed;
import com.videowindow.patina.learning.market.Worth;
import com.videowindow.patina.learning.market.WorthOfDeed;
import com.videowindow.patina.learning.market.WorthOfLikeness;
import com.videowindow.patina.learning.market.WorthOfMaking;
import com.videowindow.patina.learning.market.WorthOfReading;
import com.videowindow.patina.learning.market.WorthOfSimilar;
import com.videowindow.patina.query.recommendation.ExplorationTrials.Found;
import java.io.PrintStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The figures for people to read, each with its target. */
final class Tables {
    private static final Set<FacetKind> WANTED = EnumSet.of(FacetKind.TECHNIQUE, FacetKind.MATERIAL, FacetKind.SKILL);
    private static final double SURE = 0.01;
    private static final int SOON = 10;
    private static final double LITTLE = 0.05;

    private Tables() {}

    static void worths(PrintStream out, String whose, List<Worth> worths) {
        out.printf(
                Locale.ROOT,
                "%s: nDCG@10 of lists by interest for %,d people; p paired, target < %.2f%n",
                whose,
                worths.getFirst().people(),
                SURE);
        out.printf("%-12s %26s    %26s%n", "without", "by what they liked", "by the truth");
        for (Worth worth : worths) {
            out.printf(
                    Locale.ROOT,
                    "%-12s %s    %s    %s%n",
                    worth.kind().name().toLowerCase(Locale.ROOT),
                    row(worth.byLikes()),
                    row(worth.byTruth()),
                    verdict(worth));
        }
    }

    private static String row(Compared each) {
        return String.format(Locale.ROOT, "%.4f -> %.4f p=%.4f", each.full(), each.without(), each.p());
    }

    private static String verdict(Worth worth) {
        if (!WANTED.contains(worth.kind())) {
            return "";
        }
        boolean both = worth.byLikes().isBetter(SURE) && worth.byTruth().isBetter(SURE);
        return both ? "met" : worth.byTruth().isBetter(SURE) ? "met by the truth alone" : "NOT MET";
    }

    static void reading(PrintStream out, WorthOfReading worth) {
        out.printf(
                Locale.ROOT,
                "%nFacets of every second work unknown, read from words, known: nDCG@10 by the truth %.4f, %.4f (p=%.4f), "
                        + "%.4f (p=%.4f)%n",
                worth.read().without(),
                worth.read().full(),
                worth.read().p(),
                worth.known().full(),
                worth.known().p());
    }

    static void recoveries(PrintStream out, List<Recovery> all) {
        out.printf(
                "%nA change of taste: how likely people are to like what is listed, and the share of what was lost that is won "
                        + "back; target half-way after %d views%n",
                SOON);
        for (Recovery each : all) {
            out.printf(Locale.ROOT, "%-20s before %.3f at once %.3f |", each.model(), each.before(), each.atOnce());
            each.curve().forEach(point -> out.printf(Locale.ROOT, " %d: %.2f", point.views(), point.recovered()));
            boolean soon = each.halfWayAfter() > 0 && each.halfWayAfter() <= SOON;
            out.printf(" | half-way after %d: %s%n", each.halfWayAfter(), soon ? "met" : "NOT MET");
        }
    }

    static void cost(PrintStream out, Following.Cost cost) {
        out.printf(
                Locale.ROOT,
                "Where taste stays: nDCG@10 of %,d people without looking for changes -> with it: by what they liked %s, by the truth %s%n",
                cost.people(),
                turned(cost.byLikes()),
                turned(cost.byTruth()));
    }

    static void making(PrintStream out, WorthOfMaking worth) {
        out.printf(
                Locale.ROOT,
                "Asked whether people could make it next: nDCG@10 of %,d people without -> with: by what they liked %s, by the truth %s%n",
                worth.people(),
                turned(worth.byLikes()),
                turned(worth.byTruth()));
    }

    static void likeness(PrintStream out, List<WorthOfLikeness> all) {
        out.printf("%nLikeness to what was liked: nDCG@10, each beside the first of its kind%n");
        for (WorthOfLikeness each : all) {
            out.printf(
                    Locale.ROOT,
                    "%-28s of %,d people: by what they liked %s, by the truth %s, of what is new %s%n",
                    each.by(),
                    each.people(),
                    turned(each.byLikes()),
                    turned(each.byTruth()),
                    turned(each.ofNew()));
        }
    }

    static void similar(PrintStream out, WorthOfSimilar worth) {
        out.printf(
                Locale.ROOT,
                "What is like one of %,d works, by facets alone -> with words %s, embeddings %s, both %s%n",
                worth.works(),
                turned(worth.words()),
                turned(worth.embeddings()),
                turned(worth.both()));
    }

    private static String turned(Compared each) {
        return String.format(Locale.ROOT, "%.4f -> %.4f p=%.4f", each.without(), each.full(), each.p());
    }

    static void deeds(PrintStream out, List<WorthOfDeed> all) {
        out.printf("%nWhat deeds are worth in likes, by what came of content that was met later%n");
        for (WorthOfDeed each : all) {
            out.printf(
                    Locale.ROOT,
                    "%-26s used %5.2f learned %5.2f (%.2f to %.2f) of %,d%s%n",
                    each.deed(),
                    each.used(),
                    each.learned().mean(),
                    each.learned().low(),
                    each.learned().high(),
                    each.deeds(),
                    each.isOther() ? ": OTHER" : "");
        }
    }

    static void foretelling(PrintStream out, Foretelling all) {
        reliability(out, "clear deeds, as profiles count them", all.clear());
        reliability(out, "seen to the end, not calibrated", all.raw());
        reliability(out, "seen to the end, calibrated on other people", all.calibrated());
    }

    private static void reliability(PrintStream out, String what, Reliability each) {
        boolean met = each.error() <= LITTLE;
        out.printf(
                Locale.ROOT,
                "%nInterest foretells (%s): expected calibration error %.4f, target <= %.2f: %s%n",
                what,
                each.error(),
                LITTLE,
                met ? "met" : "NOT MET");
        each.tenths()
                .forEach(tenth -> out.printf(
                        Locale.ROOT, "  of %,7d said %.3f came %.3f%n", tenth.cases(), tenth.said(), tenth.came()));
    }

    static void skill(PrintStream out, List<SkillGuessed> all) {
        out.printf("%nThe skill of %,d people, by%n", all.getFirst().people());
        for (SkillGuessed each : all) {
            out.printf(Locale.ROOT, "%-40s right %.3f, to one level %.3f%n", each.rule(), each.exact(), each.within());
        }
    }

    static void moved(PrintStream out, int bots, List<Moved> all) {
        out.printf(
                Locale.ROOT,
                "%n%d bots push a work: its mean rank for %,d honest people; target moved by < %.0f %%%n",
                bots,
                all.getFirst().people(),
                100 * LITTLE);
        for (Moved each : all) {
            out.printf(
                    Locale.ROOT,
                    "%-40s %6.1f -> %6.1f (%+.1f %%): %s%n",
                    each.by(),
                    each.before(),
                    each.after(),
                    100 * each.share(),
                    Math.abs(each.share()) < LITTLE ? "met" : "NOT MET");
        }
    }

    static void known(PrintStream out, int times, List<Known> all) {
        out.printf(
                Locale.ROOT,
                "%nWhat another policy is worth, told from what one showed %,d times over; the truth is %.4f%n",
                times,
                all.getFirst().truth());
        for (Known each : all) {
            out.printf(
                    Locale.ROOT,
                    "%-26s mean %.4f, off by %.4f, 95 %% interval holds the truth in %.1f %%%n",
                    each.estimator(),
                    each.mean(),
                    each.deviation(),
                    100 * each.covered());
        }
    }

    static void exposures(PrintStream out, int people, List<Exposure> all) {
        Exposure deserved = all.getFirst();
        out.printf(
                Locale.ROOT,
                "%nWho is seen by lists of %,d people: share of exposure, and how much that is of what would be liked%n",
                people);
        for (Exposure each : all) {
            out.printf(
                    Locale.ROOT,
                    "%-34s small creators %.3f (%.2f), new works %.3f (%.2f), divergence %.3f, nDCG@10 %.4f p=%.4f%n",
                    each.lists(),
                    each.smallCreators(),
                    Exposure.ratio(each.smallCreators(), deserved.smallCreators()),
                    each.newWorks(),
                    Exposure.ratio(each.newWorks(), deserved.newWorks()),
                    each.divergence(),
                    each.ndcg(),
                    each.p());
        }
    }

    static void explored(PrintStream out, int days, List<Found> all) {
        out.printf(
                Locale.ROOT,
                "%nA market that lives %d days by its lists, %,d in all, by ways of exploring%n",
                days,
                all.getFirst().lists());
        for (Found each : all) {
            out.printf(
                    Locale.ROOT,
                    "%-32s nDCG@10 by the truth %.4f (to the first +-%.4f), of what is seen liked %.4f, small creators %.3f, new works %.4f; "
                            + "new works met by ten %.3f, each good one by %.1f%n",
                    each.way(),
                    each.ndcg(),
                    each.error(),
                    each.liked(),
                    each.smallCreators(),
                    each.newWorks(),
                    each.found(),
                    each.foundOfGood());
        }
    }
}
