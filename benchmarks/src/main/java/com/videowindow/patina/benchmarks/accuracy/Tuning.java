package com.videowindow.patina.benchmarks.accuracy;

import java.io.PrintStream;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Chooses settings on a part of what may be learned from, cut off in the way of the split itself; what is asked afterwards is
 * not looked at. Of several splits it is the mean of their parts that decides, since one part alone says little: settings
 * that are as good differ by as much on it as those that are not.
 *
 * @param budget settings that are tried of each recommender
 */
record Tuning(Cut cut, int budget, int k, PrintStream out) {
    private static final long SEED = 1;

    /** The best by nDCG, the first of equals. */
    Contender best(Family<?> family, List<Split> splits) {
        List<Contender> tried = family.drawn(budget, SEED);
        if (family.space().size() == 1) {
            return tried.getFirst();
        }
        List<Split> inner = splits.stream()
                .map(split -> cut.of(split.train().ratings(), SEED))
                .toList();
        Contender best = tried.getFirst();
        double most = -1;
        for (Contender contender : tried) {
            double ndcg = inner.stream()
                    .mapToDouble(split -> Trial.of(contender, split, List.<BitSet>of(), k)
                            .mean()
                            .ndcg())
                    .average()
                    .orElseThrow();
            out.printf(Locale.ROOT, "    %.4f  %s %s%n", ndcg, contender.name(), contender.settings());
            if (ndcg > most) {
                most = ndcg;
                best = contender;
            }
        }
        out.printf(
                Locale.ROOT,
                "chosen for %s of %d settings, %d tried: %s (ndcg@%d %.4f on validation)%n",
                family.name(),
                family.space().size(),
                tried.size(),
                best.settings(),
                k,
                most);
        return best;
    }
}
