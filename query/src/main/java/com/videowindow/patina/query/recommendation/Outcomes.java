package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.learning.preference.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came of served lists. A deed belongs to the list that its client names; where it names none, to the latest list before
 * it that showed its content to the same person. It counts where it says that they like the content, within the window.
 */
final class Outcomes {
    private final Duration window;
    private final Map<RecommendationId, RecommendationsServed> lists = new HashMap<>();
    private final Map<Shown, List<RecommendationsServed>> shown = new HashMap<>();
    private final Set<Liked> liked = new HashSet<>();

    private record Shown(SubjectId subject, ContentId content) {}

    private record Liked(RecommendationId list, ContentId content) {}

    Outcomes(Collection<RecommendationsServed> served, Duration window) {
        this.window = window;
        for (RecommendationsServed list : served) {
            lists.put(list.id(), list);
            for (ServedItem item : list.items()) {
                shown.computeIfAbsent(new Shown(list.subject(), item.content()), nobody -> new ArrayList<>())
                        .add(list);
            }
        }
    }

    void hear(InteractionRecorded deed) {
        ContentId content = deed.content();
        if (content == null || !Signal.of(deed).likes()) {
            return;
        }
        RecommendationId named = deed.context().recommendation();
        RecommendationsServed list = named == null ? latest(deed, content) : lists.get(named);
        if (list != null && list.subject().equals(deed.subject()) && isWithin(list.at(), deed.at())) {
            liked.add(new Liked(list.id(), content));
        }
    }

    private @Nullable RecommendationsServed latest(InteractionRecorded deed, ContentId content) {
        RecommendationsServed latest = null;
        for (RecommendationsServed list : shown.getOrDefault(new Shown(deed.subject(), content), List.of())) {
            if (isWithin(list.at(), deed.at()) && (latest == null || list.at().isAfter(latest.at()))) {
                latest = list;
            }
        }
        return latest;
    }

    private boolean isWithin(Instant served, Instant done) {
        return !done.isBefore(served) && !done.isAfter(served.plus(window));
    }

    /** 1 where the person came to like it, 0 where not. */
    double of(RecommendationsServed list, ServedItem item) {
        return liked.contains(new Liked(list.id(), item.content())) ? 1 : 0;
    }
}
