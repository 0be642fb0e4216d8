package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.domain.catalog.ContentId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How unsure it is what share of those who meet some content like it.
 *
 * <p>Idea: of n who met it l like it, which leaves the posterior Beta(l + s m, n - l + s (1 - m)): m is the share of all that was met
 * by anybody, and s = {@value #STRENGTH} says how much that counts before anybody met the one. Its deviation is what is left
 * of doubt: widest for what is new to all, and half of that after six people.
 *
 * <p>Newcomers count as far as others vouch for them, those who like it and those who do not each by themselves ({@link Vouching}):
 * a burst of them makes nothing surer, nor less so.
 *
 * <p>Reference: Chapelle and Li, An empirical evaluation of Thompson sampling (2011).
 */
public final class Doubts {
    static final double STRENGTH = 1;

    private static final double PARTS = 1 << 20;

    static final Doubts NONE = new Doubts(Map.of());

    private final Map<ContentId, Float> shares;

    private Doubts(Map<ContentId, Float> shares) {
        this.shares = shares;
    }

    /** How many like it and how many met it without. */
    private static final class Met {
        private double likes;
        private double passes;
    }

    static Doubts of(Stream<Vouching.Heads> likes, Vouching vouching, PassedCounts passes) {
        Map<ContentId, Met> all = new HashMap<>();
        likes.forEach(each -> all.computeIfAbsent(each.content(), unknown -> new Met()).likes = people(each, vouching));
        Vouching ofPasses = Vouching.of(passes.heads());
        passes.heads()
                .forEach(each ->
                        all.computeIfAbsent(each.content(), unknown -> new Met()).passes = people(each, ofPasses));
        double liked = all.values().stream().mapToDouble(met -> met.likes).sum();
        double met =
                liked + all.values().stream().mapToDouble(one -> one.passes).sum();
        // Somebody who liked one of two is asked beside the crowd, so that there is always some of both.
        double mean = (liked + 1) / (met + 2);
        double widest = deviation(0, 0, mean);
        Map<ContentId, Float> shares = HashMap.newHashMap(all.size());
        all.forEach((content, one) ->
                shares.put(content, (float) Math.min(1, deviation(one.likes, one.passes, mean) / widest)));
        return new Doubts(shares);
    }

    /** Newcomers as far as they count, in parts of which the sums are the same in any order. */
    private static double people(Vouching.Heads heads, Vouching vouching) {
        return Math.rint(PARTS * (heads.established() + vouching.ofNewcomers(heads.content()) * heads.newcomers()))
                / PARTS;
    }

    private static double deviation(double likes, double passes, double mean) {
        double all = likes + passes + STRENGTH;
        double share = (likes + STRENGTH * mean) / all;
        return Math.sqrt(share * (1 - share) / (all + 1));
    }

    /** 1 (as unsure as what nobody met) falling towards 0. */
    float share(ContentId content) {
        return shares.getOrDefault(content, 1f);
    }
}
