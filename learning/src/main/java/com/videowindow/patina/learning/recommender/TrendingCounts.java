package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.domain.catalog.ContentId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Popularity that fades: counts decayed by event time, folded one event at a time. Not safe for threads; readers get
 * {@link #snapshot}.
 *
 * <p>Idea: forward decay. Rather than fading all old counts, each new one weighs {@code 2^((t - landmark) / halfLife)};
 * shares are relative, so the common factor cancels and an event costs O(1) in whatever order it arrives. The landmark
 * moves (and all counts are rescaled once) long before numbers overflow. Two half-lives are mixed, so that neither a
 * quiet month nor a loud week decides alone. Shares are compressed by a logarithm, since counts have a heavy head.
 *
 * <p>Reference: Cormode et al., Forward Decay (2009).
 */
public final class TrendingCounts {
    private static final double RECENT = Duration.ofDays(14).toSeconds();
    private static final double LASTING = Duration.ofDays(730).toSeconds();
    private static final double RESCALE_BEYOND_DOUBLINGS = 300;

    private final Map<ContentId, Count> counts = new HashMap<>();
    private final PassedCounts passed = new PassedCounts();
    private long landmark;

    /** How many people, and their likes as they fade. */
    private static final class Heads {
        private int people;
        private double recent;
        private double lasting;

        void add(int more, double itsRecent, double itsLasting) {
            people += more;
            // What rounding leaves of nobody is nothing.
            recent = people == 0 ? 0 : Math.max(0, recent + more * itsRecent);
            lasting = people == 0 ? 0 : Math.max(0, lasting + more * itsLasting);
        }

        void rescale(double ofRecent, double ofLasting) {
            recent *= ofRecent;
            lasting *= ofLasting;
        }
    }

    private record Count(Heads established, Heads newcomers) {
        Heads of(boolean isEstablished) {
            return isEstablished ? established : newcomers;
        }

        boolean isNobody() {
            return established.people == 0 && newcomers.people == 0;
        }

        double recent(double share) {
            return established.recent + share * newcomers.recent;
        }

        double lasting(double share) {
            return established.lasting + share * newcomers.lasting;
        }
    }

    /** Somebody liked this at that time. */
    void add(ContentId content, Instant at, boolean established) {
        long seconds = at.getEpochSecond();
        if (counts.isEmpty()) {
            landmark = seconds;
        }
        if ((seconds - landmark) / RECENT > RESCALE_BEYOND_DOUBLINGS) {
            moveLandmark(seconds);
        }
        Count count = counts.computeIfAbsent(content, unknown -> new Count(new Heads(), new Heads()));
        add(count.of(established), 1, seconds);
    }

    /** Takes back what was added for that time; exact to a double's digits, so what is 50 half-lives older may be lost. */
    void remove(ContentId content, Instant at, boolean established) {
        Count count = counts.get(content);
        if (count != null) {
            add(count.of(established), -1, at.getEpochSecond());
            if (count.isNobody()) {
                counts.remove(content);
            }
        }
    }

    private void add(Heads heads, int more, long seconds) {
        long since = seconds - landmark;
        heads.add(more, StrictMath.pow(2, since / RECENT), StrictMath.pow(2, since / LASTING));
    }

    /** Of those who do not like what they met. */
    PassedCounts passed() {
        return passed;
    }

    /** How far newcomers' likes are vouched for now. */
    Vouching vouching() {
        return Vouching.of(heads());
    }

    private Stream<Vouching.Heads> heads() {
        return counts.entrySet().stream()
                .map(entry -> new Vouching.Heads(
                        entry.getKey(), entry.getValue().established.people, entry.getValue().newcomers.people));
    }

    public Trending snapshot() {
        Vouching vouching = vouching();
        double recent = 0;
        double lasting = 0;
        for (Map.Entry<ContentId, Count> entry : counts.entrySet()) {
            double share = vouching.ofNewcomers(entry.getKey());
            recent = Math.max(recent, entry.getValue().recent(share));
            lasting = Math.max(lasting, entry.getValue().lasting(share));
        }
        Map<ContentId, Float> shares = HashMap.newHashMap(counts.size());
        for (Map.Entry<ContentId, Count> entry : counts.entrySet()) {
            double share = vouching.ofNewcomers(entry.getKey());
            double ofRecent = share(entry.getValue().recent(share), recent);
            double ofLasting = share(entry.getValue().lasting(share), lasting);
            shares.put(entry.getKey(), (float) ((ofRecent + ofLasting) / 2));
        }
        return new Trending(shares, Doubts.of(heads(), vouching, passed));
    }

    private void moveLandmark(long to) {
        double recent = StrictMath.pow(2, (landmark - to) / RECENT);
        double lasting = StrictMath.pow(2, (landmark - to) / LASTING);
        counts.values().forEach(count -> {
            count.established.rescale(recent, lasting);
            count.newcomers.rescale(recent, lasting);
        });
        landmark = to;
    }

    private static double share(double count, double most) {
        return most > 0 ? StrictMath.log1p(9 * count / most) / StrictMath.log(10) : 0;
    }
}
