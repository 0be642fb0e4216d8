package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.domain.catalog.ContentId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

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

    private final Map<ContentId, double[]> counts = new HashMap<>();
    private long landmark;

    /** Somebody liked this at that time. */
    public void add(ContentId content, Instant at) {
        long seconds = at.getEpochSecond();
        if (counts.isEmpty()) {
            landmark = seconds;
        }
        if ((seconds - landmark) / RECENT > RESCALE_BEYOND_DOUBLINGS) {
            moveLandmark(seconds);
        }
        double[] count = counts.computeIfAbsent(content, unknown -> new double[2]);
        count[0] += StrictMath.pow(2, (seconds - landmark) / RECENT);
        count[1] += StrictMath.pow(2, (seconds - landmark) / LASTING);
    }

    /** Takes back what was added for that time; exact to a double's digits, so what is 50 half-lives older may be lost. */
    void remove(ContentId content, Instant at) {
        double[] count = counts.get(content);
        if (count != null) {
            long since = at.getEpochSecond() - landmark;
            double lasting = StrictMath.pow(2, since / LASTING);
            count[0] = Math.max(0, count[0] - StrictMath.pow(2, since / RECENT));
            count[1] = Math.max(0, count[1] - lasting);
            // What rounding leaves of nothing is nobody.
            if (count[1] < lasting / 1e6) {
                counts.remove(content);
            }
        }
    }

    public Trending snapshot() {
        double recent =
                counts.values().stream().mapToDouble(count -> count[0]).max().orElse(0);
        double lasting =
                counts.values().stream().mapToDouble(count -> count[1]).max().orElse(0);
        Map<ContentId, Float> shares = HashMap.newHashMap(counts.size());
        counts.forEach((content, count) ->
                shares.put(content, (float) ((share(count[0], recent) + share(count[1], lasting)) / 2)));
        return new Trending(shares);
    }

    private void moveLandmark(long to) {
        double recent = StrictMath.pow(2, (landmark - to) / RECENT);
        double lasting = StrictMath.pow(2, (landmark - to) / LASTING);
        counts.values().forEach(count -> {
            count[0] *= recent;
            count[1] *= lasting;
        });
        landmark = to;
    }

    private static double share(double count, double most) {
        return most > 0 ? StrictMath.log1p(9 * count / most) / StrictMath.log(10) : 0;
    }
}
