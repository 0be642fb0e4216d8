package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.learning.preference.Judgement;
import com.videowindow.patina.learning.preference.Liking;
import com.videowindow.patina.learning.preference.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one person likes, and what they met and do not. Not safe for threads. */
final class Liked {
    /** Between when we heard of somebody's first like and of their latest, until they are a newcomer no more. */
    static final Duration ESTABLISHED_AFTER = Duration.ofDays(3);

    /** Below this nothing is left of a like. */
    private static final double LEAST_SHARE = 1.0 / 16;

    private static final Comparator<Map.Entry<ContentId, Like>> LATEST_FIRST =
            Map.Entry.<ContentId, Like>comparingByValue(
                            Comparator.comparingLong(Like::latest).reversed())
                    .thenComparing(Map.Entry.comparingByKey());

    private final Map<ContentId, Like> likes = new HashMap<>();
    private final Passed passed = new Passed();

    /**
     * One person's liking of one piece of content.
     *
     * @param first when they came to like it
     * @param heard when we first heard of it, in seconds of our clock; what a client says can be any time
     * @param heardLast when of the latest
     */
    private record Like(Instant first, long heard, long heardLast, Judgement judged) {
        Like again(long again, Judgement now) {
            return new Like(first, Math.min(heard, again), Math.max(heardLast, again), now);
        }

        long latest() {
            return judged.at();
        }
    }

    private final TrendingCounts counts;
    private boolean established;

    /** @param counts where each like is counted, as of an established person's or a newcomer's */
    Liked(TrendingCounts counts) {
        this.counts = counts;
    }

    /**
     * Somebody did something with it: they like it from now on, or met it and do not, or no longer.
     *
     * <p>The latest {@value Liking#MOST} are kept of what is liked, and as many of what is not.
     *
     * @param heard when it reached us
     */
    void hear(ContentId content, Signal signal, Instant heard) {
        Like known = likes.get(content);
        int number = counts.passed().numberOf(content);
        Judgement before = known == null ? passed.of(number) : known.judged();
        Judgement now = before.after(signal);
        if (now.likes()) {
            countPassed(number, passed.remove(number) ? -1 : 0);
            like(content, known, now, signal.at(), heard.getEpochSecond());
        } else {
            remove(content);
            countPassed(number, passed.put(number, now) ? 1 : 0);
            passed.keep(Liking.MOST, gone -> countPassed(gone, -1));
        }
        settle();
    }

    private void like(ContentId content, @Nullable Like known, Judgement now, Instant at, long heard) {
        if (known != null) {
            likes.put(content, known.again(heard, now));
            return;
        }
        likes.put(content, new Like(at, heard, heard, now));
        counts.add(content, at, established);
        if (likes.size() > Liking.MOST) {
            likes.entrySet().stream().max(LATEST_FIRST).map(Map.Entry::getKey).ifPresent(this::remove);
        }
    }

    private void countPassed(int number, int more) {
        counts.passed().add(number, more, established);
    }

    private void remove(ContentId content) {
        Like known = likes.remove(content);
        if (known != null) {
            counts.remove(content, known.first(), established);
        }
    }

    private void settle() {
        boolean now = spans(ESTABLISHED_AFTER);
        if (now != established) {
            takeBack();
            established = now;
            count();
        }
    }

    private boolean spans(Duration time) {
        long first = Long.MAX_VALUE;
        long latest = Long.MIN_VALUE;
        for (Like like : likes.values()) {
            first = Math.min(first, like.heard());
            latest = Math.max(latest, like.heardLast());
        }
        return !likes.isEmpty() && latest - first >= time.toSeconds();
    }

    /** Counts all of them, after they were taken back. */
    void count() {
        likes.forEach((content, like) -> counts.add(content, like.first(), established));
        passed.numbers().forEach(number -> countPassed(number, 1));
    }

    /** Counts none of them any more. */
    void takeBack() {
        likes.forEach((content, like) -> counts.remove(content, like.first(), established));
        passed.numbers().forEach(number -> countPassed(number, -1));
    }

    boolean isEmpty() {
        return likes.isEmpty() && passed.isEmpty();
    }

    boolean likesNothing() {
        return likes.isEmpty();
    }

    /** What others vouch for, newest first, and as much as they do. */
    Basket basket(Vouching vouching) {
        List<ContentId> liked = new ArrayList<>();
        List<Double> strengths = new ArrayList<>();
        List<Instant> since = new ArrayList<>();
        likes.entrySet().stream().sorted(LATEST_FIRST).forEach(entry -> {
            double share = established ? 1 : vouching.ofNewcomers(entry.getKey());
            if (share >= LEAST_SHARE) {
                liked.add(entry.getKey());
                strengths.add(Likes.strengthOf(entry.getValue().judged().liking(), share));
                since.add(entry.getValue().first());
            }
        });
        return new Basket(liked, strengths, since);
    }
}
