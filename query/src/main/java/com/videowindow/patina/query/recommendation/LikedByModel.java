package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.learning.preference.Seen;
import com.videowindow.patina.learning.recommender.Basket;
import com.videowindow.patina.learning.recommender.CollaborativeModel;
import com.videowindow.patina.learning.recommender.Likes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * By a trained model: of it come the items, and the person's own side is made of what they like now, so that what they did a
 * moment ago counts as all else. A score of 1, which is what people's best have in the mean, is 0.5 here; it is bounded, never
 * compared with the others of the list, and so falls where evidence falls away.
 */
final class LikedByModel implements Together {
    private final Shelf shelf;
    private final CollaborativeModel model;
    private final Likes likes;
    private final CollaborativeModel.Person person;

    /** @param liked newest first; what the model does not know is passed over */
    LikedByModel(Shelf shelf, CollaborativeModel model, List<Seen> liked) {
        this.shelf = shelf;
        this.model = model;
        this.likes = model.likes(Basket.of(liked));
        this.person = model.person(likes);
    }

    @Override
    public float of(int content) {
        int item = shelf.modelNumber(content);
        return item < 0 ? 0 : bounded(person.score(item));
    }

    /** By what goes together alone. */
    @Override
    public float hint(int content) {
        int item = shelf.modelNumber(content);
        return item < 0 ? 0 : bounded(person.hint(item));
    }

    @Override
    public List<Float> vector() {
        List<Float> vector = new ArrayList<>(model.dimensions());
        for (float factor : person.vector()) {
            vector.add(factor);
        }
        return vector;
    }

    /** Of what nothing they like speaks of there is none. */
    @Override
    public void addHints(double weight, float[] hints) {
        for (int item : person.hinted()) {
            int content = shelf.contentOf(item);
            if (content >= 0) {
                hints[content] += (float) (weight * bounded(person.hint(item)));
            }
        }
    }

    private static float bounded(double score) {
        return (float) (score / (1 + Math.abs(score)));
    }

    @Override
    public List<ContentId> because(int content) {
        int item = shelf.modelNumber(content);
        if (item < 0) {
            return List.of();
        }
        double[] told = person.told(item);
        return IntStream.range(0, told.length)
                .filter(place -> told[place] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer place) -> -told[place])
                        .thenComparing(Comparator.naturalOrder()))
                .map(place -> model.items().get(likes.number(place)))
                .toList();
    }
}
