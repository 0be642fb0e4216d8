package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.learning.preference.Judgement;
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
     * @param heard when it reached us
     * @param most to keep of what is liked, and of what is not, the latest
     */
    void hear(ContentId content, Signal signal, Instant heard, int most) {
        Like known = likes.get(content);
        Judgement before = known == null ? passed.of(counts.passed().numberOf(content)) : known.judged();
        Judgement now = before.after(signal);
        if (now.likes()) {
            like(content, known, now, signal.at(), heard.getEpochSecond(), most);
        } else {
            pass(content, now, most);
        }
        settle();
    }

    private void like(ContentId content, @Nullable Like known, Judgement now, Instant at, long heard, int most) {
        if (known != null) {
            likes.put(content, known.again(heard, now));
            return;
        }
        takeBack(content);
        likes.put(content, new Like(at, heard, heard, now));
        counts.add(content, at, established);
        if (likes.size() > most) {
            likes.entrySet().stream().max(LATEST_FIRST).map(Map.Entry::getKey).ifPresent(this::remove);
        }
    }

    private void pass(ContentId content, Judgement now, int most) {
        remove(content);
        PassedCounts all = counts.passed();
        int number = all.numberOf(content);
        all.add(number, passed.put(number, now) ? 1 : 0, established);
        passed.keep(most, gone -> all.add(gone, -1, established));
    }

    private void takeBack(ContentId content) {
        PassedCounts all = counts.passed();
        int number = all.numberOf(content);
        all.add(number, passed.remove(number) ? -1 : 0, established);
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
        passed.numbers().forEach(number -> counts.passed().add(number, 1, established));
    }

    /** Counts none of them any more. */
    void takeBack() {
        likes.forEach((content, like) -> counts.remove(content, like.first(), established));
        passed.numbers().forEach(number -> counts.passed().add(number, -1, established));
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
