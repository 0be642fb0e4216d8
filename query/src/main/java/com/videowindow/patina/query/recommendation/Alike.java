package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.learning.likeness.ContentLikeness;
import com.videowindow.patina.learning.preference.Seen;
import com.videowindow.patina.learning.recommender.Likes;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much content is like what somebody likes, by its words and by supplied embeddings: of what came out a moment ago, and
 * of what nobody else has met, as of all else. A sum over their likes, bounded by {@code s / (1 + |s|)} as what a model says is,
 * and never compared with others of the list: it falls where evidence falls away.
 */
final class Alike {
    /** Less than that is not called similar. */
    private static final double SIMILAR = 0.25;

    private final CatalogSnapshot catalog;
    private final int[] liked;
    private final ContentLikeness.Person person;

    /** @param liking newest first; what is not shown is passed over */
    Alike(CatalogSnapshot catalog, List<Seen> liking) {
        this.catalog = catalog;
        List<Seen> shown = liking.stream()
                .filter(seen -> catalog.numberOf(seen.content()) >= 0)
                .toList();
        this.liked = shown.stream()
                .mapToInt(seen -> catalog.numberOf(seen.content()))
                .toArray();
        this.person = catalog.likeness()
                .person(
                        liked,
                        shown.stream()
                                .mapToDouble(seen -> Likes.strengthOf(seen.liking()))
                                .toArray());
    }

    /** -1 to 1; 0 where nothing is liked. */
    double of(int content) {
        double score = liked.length == 0 ? 0 : person.score(content);
        return score / (1 + Math.abs(score));
    }

    /** What they like that it is similar to, what adds most first. */
    List<ContentId> because(int content) {
        double[] told = person.told(content);
        return IntStream.range(0, liked.length)
                .filter(place -> catalog.likeness().of(liked[place], content) >= SIMILAR)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer place) -> -told[place])
                        .thenComparing(Comparator.naturalOrder()))
                .map(place -> catalog.content(liked[place]).id())
                .toList();
    }
}
