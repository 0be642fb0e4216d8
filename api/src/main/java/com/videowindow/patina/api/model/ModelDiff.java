package com.videowindow.patina.api.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.videowindow.patina.domain.model.Hyperparameters;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.model.TrainedModel;
import com.videowindow.patina.query.recommendation.Models.Serving;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What two models differ in.
 *
 * @param settings names of those that are not the same
 * @param people how many more the second was trained from; below 0: fewer
 * @param likes likewise
 * @param events how far the second has read on in the log, by position
 * @param gain how much more the second foretold when it was measured; absent where one was not
 * @param onlyFirst content that the first knows and the second does not; absent where the bytes of one are gone
 * @param onlySecond the other way round
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ModelDiff(
        ModelVersion first,
        ModelVersion second,
        List<String> settings,
        int people,
        long likes,
        long events,
        @Nullable Double gain,
        @Nullable Integer onlyFirst,
        @Nullable Integer onlySecond) {

    static ModelDiff of(TrainedModel one, TrainedModel other, Optional<Serving> first, Optional<Serving> second) {
        boolean both = first.isPresent() && second.isPresent();
        return new ModelDiff(
                one.version(),
                other.version(),
                different(one.lineage().settings(), other.lineage().settings()),
                other.lineage().people() - one.lineage().people(),
                other.lineage().likes() - one.lineage().likes(),
                other.lineage().upTo().value() - one.lineage().upTo().value(),
                one.measured() == null || other.measured() == null
                        ? null
                        : other.measured().ndcg() - one.measured().ndcg(),
                both ? beyond(first.get(), second.get()) : null,
                both ? beyond(second.get(), first.get()) : null);
    }

    private static int beyond(Serving one, Serving other) {
        Set<Object> rest = new HashSet<>(one.model().items());
        other.model().items().forEach(rest::remove);
        return rest.size();
    }

    private static List<String> different(Hyperparameters one, Hyperparameters other) {
        List<String> names = new ArrayList<>();
        add(names, "easePenalty", one.easePenalty() == other.easePenalty());
        add(names, "easeAlike", one.easeAlike() == other.easeAlike());
        add(names, "easeKept", one.easeKept() == other.easeKept());
        add(names, "factorizations", one.factorizations().equals(other.factorizations()));
        add(names, "items", one.items() == other.items());
        add(names, "easeExact", one.mostExact() == other.mostExact());
        return names;
    }

    private static void add(List<String> names, String name, boolean same) {
        if (!same) {
            names.add(name);
        }
    }
}
