package com.videowindow.patina.learning.offpolicy;

import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.recommendation.ServedItem;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Lists that were served, as estimators read them: each place is a choice of its own among all that did not stand above it, with
 * the propensity that was kept with it. So the policy in question is asked what it would have put there below the same items.
 *
 * <p>Items without a propensity are left out, all of a list alike: nobody was chosen to be left out by what came of it.
 */
public final class LoggedLists {
    private LoggedLists() {}

    /**
     * @param target probability with which the policy in question would have put the item at its place
     * @param reward what came of it
     */
    public static List<Logged> of(
            Collection<RecommendationsServed> lists,
            ToDoubleBiFunction<RecommendationsServed, ServedItem> target,
            ToDoubleBiFunction<RecommendationsServed, ServedItem> reward) {
        return of(lists, target, reward, item -> 0);
    }

    /** @param usual what comes of a place, whatever stands there: a model of rewards for the doubly robust estimator */
    public static List<Logged> of(
            Collection<RecommendationsServed> lists,
            ToDoubleBiFunction<RecommendationsServed, ServedItem> target,
            ToDoubleBiFunction<RecommendationsServed, ServedItem> reward,
            ToDoubleFunction<ServedItem> usual) {
        return lists.stream()
                .flatMap(list -> list.items().stream().flatMap(item -> Stream.ofNullable(item.propensity())
                        .map(chance -> new Logged(
                                chance,
                                target.applyAsDouble(list, item),
                                reward.applyAsDouble(list, item),
                                usual.applyAsDouble(item),
                                usual.applyAsDouble(item)))))
                .toList();
    }
}
