package com.videowindow.patina.learning.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.learning.evaluation.Ranking;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ImplicitAlsTest {
    private static final ForkJoinPool WORKERS = new ForkJoinPool(3);
    private static final ImplicitAls.Settings SETTINGS = new ImplicitAls.Settings(8, 0.3, 0.1, 0.5, 0.5, 12, 42);

    private final UserItemMatrix liked = EaseTest.random(80, 40, 3);

    private static ImplicitAls trained(UserItemMatrix liked, ForkJoinPool workers) {
        return ImplicitAls.train(liked, LongStream.range(0, liked.items()).toArray(), SETTINGS, workers);
    }

    @Test
    void what_somebody_likes_scores_higher_than_the_rest() {
        ImplicitAls model = trained(liked, WORKERS);
        double likes = 0;
        double others = 0;
        for (int user = 0; user < liked.users(); user++) {
            double[] scores = model.scores(liked.likesOf(user));
            double sum = 0;
            for (double score : scores) {
                sum += score;
            }
            double own = 0;
            for (int item : liked.itemsOf(user)) {
                own += scores[item];
            }
            likes += own / liked.itemsOf(user).length;
            others += (sum - own) / (scores.length - liked.itemsOf(user).length);
        }
        assertThat(likes / liked.users()).isGreaterThan(4 * others / liked.users());
    }

    /** At the solution of the small system every slope of the person's own error is nought. */
    @Test
    void a_persons_factors_have_the_least_error_with_the_items_fixed() {
        ImplicitAls model = trained(liked, WORKERS);
        Likes likes = liked.likesOf(0);
        double best = error(model, likes, model.fold(likes));
        for (int i = 0; i < SETTINGS.factors(); i++) {
            for (double step : new double[] {-1e-3, 1e-3}) {
                double[] other = model.fold(likes);
                other[i] += step;
                assertThat(error(model, likes, other)).isGreaterThan(best);
            }
        }
    }

    private double error(ImplicitAls model, Likes likes, double[] person) {
        double penalty = SETTINGS.penalty(likes.size(), liked.size() / (double) liked.users());
        double sum = 0;
        for (double factor : person) {
            sum += penalty * factor * factor;
        }
        for (int item = 0; item < model.items(); item++) {
            double told = model.score(person, item);
            sum += SETTINGS.unliked() * told * told;
        }
        // what is liked has the weight of its own beside that of all: told² - 2 wanted told, but for a constant
        for (int i = 0; i < likes.size(); i++) {
            double told = model.score(person, likes.number(i));
            sum += told * told - 2 * SETTINGS.wanted(likes.strength(i)) * told;
        }
        return sum;
    }

    /** With penalties that grow with all that somebody did not like, nothing was left of this. */
    @Test
    void of_much_that_many_like_little_of_factors_still_tell_who_is_alike() {
        int groups = 20;
        Random chance = new Random(7);
        List<Likes> rows = IntStream.range(0, 2_000)
                .mapToObj(user -> chance.ints(0, 100)
                        .distinct()
                        .limit(8)
                        .map(i -> i * groups + user % groups)
                        .toArray())
                .map(items -> Likes.of(
                        items, DoubleStream.generate(() -> 1.0).limit(8).toArray()))
                .toList();
        ImplicitAls model = ImplicitAls.train(
                UserItemMatrix.weighted(rows, 100 * groups),
                LongStream.range(0, 100L * groups).toArray(),
                CollaborativeModel.Settings.CHOSEN.factors().getLast(),
                WORKERS);
        long own = IntStream.range(0, 200)
                .mapToLong(user -> Arrays.stream(Ranking.best(model.scores(rows.get(user)), new int[0], 10))
                        .filter(item -> item % groups == user % groups)
                        .count())
                .sum();
        assertThat(own).isGreaterThan(1_900);
    }

    @Test
    void threads_change_not_a_bit() {
        assertThat(trained(liked, new ForkJoinPool(1))).isEqualTo(trained(liked, WORKERS));
    }
}
