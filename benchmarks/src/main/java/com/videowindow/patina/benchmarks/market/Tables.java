package com.videowindow.patina.benchmarks.market;

import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.learning.market.Compared;
import com.videowindow.patina.learning.market.KnownPolicies.Known;
import com.videowindow.patina.learning.market.Moved;
import com.videowindow.patina.learning.market.Recovery;
import com.videowindow.patina.learning.market.Worth;
import com.videowindow.patina.learning.market.WorthOfReading;
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
}
