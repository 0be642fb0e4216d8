package com.videowindow.patina.learning.recommender;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;

/** What a model blends. */
record Parts(Ease ease, List<ImplicitAls> factors) {
    Parts {
        factors = List.copyOf(factors);
    }

    static Parts train(
            UserItemMatrix liked,
            List<int[]> facets,
            long[] keys,
            CollaborativeModel.Settings settings,
            ForkJoinPool workers) {
        return new Parts(
                Ease.train(liked, facets, settings.ease(), workers),
                settings.factors().stream()
                        .map(each -> ImplicitAls.train(liked, keys, each, workers))
                        .toList());
    }

    /** One after the other, each of all items. */
    double[][] scores(Likes liked) {
        return scores(liked, people(liked));
    }

    List<ImplicitAls.Person> people(Likes liked) {
        return factors.stream().map(each -> each.person(liked)).toList();
    }

    double[][] scores(Likes liked, List<ImplicitAls.Person> people) {
        return Stream.concat(Stream.of(ease.scores(liked)), people.stream().map(ImplicitAls.Person::scores))
                .toArray(double[][]::new);
    }
}
