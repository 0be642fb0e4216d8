package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ConsentWithdrawn;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.learning.preference.Signal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gathers what the crowd teaches from everybody's events in log order; only those who allow training are heard, and
 * whoever withdraws is left out of the next training. Not safe for threads.
 *
 * <p>At most {@value #MAX_LIKED} likes a person are kept, the latest: beyond that somebody says little about what goes
 * together, and training costs the square of it.
 */
public final class CrowdSignals {

    public static final int MAX_LIKED = 300;

    private final Set<SubjectId> allowed = new HashSet<>();
    private final Map<SubjectId, Map<ContentId, Instant>> liked = new HashMap<>();
    private final TrendingCounts trending = new TrendingCounts();

    public void apply(AboutSubject event) {
        switch (event) {
            case ConsentGiven given when given.purpose() == Purpose.TRAINING -> allowed.add(given.subject());
            case ConsentWithdrawn withdrawn when withdrawn.purpose() == Purpose.TRAINING -> forget(withdrawn.subject());
            case InteractionRecorded interaction -> hear(interaction.subject(), Signal.of(interaction));
            case FeedbackGiven feedback -> hear(feedback.subject(), Signal.of(feedback));
            default -> {}
        }
    }

    /** Leaves a person out from now on, until they allow training again. */
    public void forget(SubjectId subject) {
        allowed.remove(subject);
        liked.remove(subject);
    }

    public CoOccurrence train() {
        return CoOccurrence.train(baskets());
    }

    public Trending trending() {
        return trending.snapshot();
    }

    /** What everybody who is heard likes: a copy, so that training can take its time elsewhere. */
    public List<Basket> baskets() {
        return liked.values().stream().map(CrowdSignals::basket).toList();
    }

    private void hear(SubjectId subject, Signal signal) {
        ContentId content = signal.content();
        if (content == null || !allowed.contains(subject)) {
            return;
        }
        if (signal.likes()) {
            Map<ContentId, Instant> mine = liked.computeIfAbsent(subject, unknown -> new HashMap<>());
            if (mine.put(content, signal.at()) == null) {
                trending.add(content, signal.at());
            }
            if (mine.size() > MAX_LIKED) {
                mine.entrySet().stream()
                        .min(Map.Entry.<ContentId, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .ifPresent(mine::remove);
            }
        } else if (signal.clear()) {
            liked.getOrDefault(subject, new HashMap<>()).remove(content);
        }
    }

    private static Basket basket(Map<ContentId, Instant> mine) {
        Comparator<Map.Entry<ContentId, Instant>> newestFirst = Map.Entry.comparingByValue(Comparator.reverseOrder());
        Collection<Map.Entry<ContentId, Instant>> entries = mine.entrySet();
        return new Basket(entries.stream()
                .sorted(newestFirst.thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList());
    }
}
