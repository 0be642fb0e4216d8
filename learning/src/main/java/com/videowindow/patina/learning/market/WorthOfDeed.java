package com.videowindow.patina.learning.market;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.learning.evaluation.Interval;
import com.videowindow.patina.learning.evaluation.LogisticRegression;
import com.videowindow.patina.learning.simulation.Life;
import com.videowindow.patina.learning.simulation.Market;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How many likes a kind of deed is worth: learned from what came of content that was met later, by what was done before with
 * content that shares facets with it.
 *
 * <p>Idea: whether content comes to a clear end, good or bad, is foretold by logistic regression from the earlier deeds of each kind, each
 * counted by the share of facets that its content has in common; their sum is divided by one and all of them, as the mean
 * of the model's posterior is. The quotient of two coefficients is then what one kind is worth in the other.
 *
 * @param used the weight in {@link com.videowindow.patina.learning.preference.Signal}
 * @param learned in likes, with 95 %
 * @param deeds how many of them there were
 */
public record WorthOfDeed(String deed, double used, Interval learned, long deeds) {
    private static final double RIDGE = 1;
    private static final double FINISHED = 0.9;
    private static final double HALF = 0.5;

    private record Kind(String name, double used, ToDoubleFunction<InteractionRecorded> strength) {}

    private static final List<Kind> KINDS = List.of(
            of("like", 1, InteractionKind.LIKE),
            new Kind(
                    "finished",
                    1,
                    deed -> completion(deed).filter(share -> share >= FINISHED).isPresent() ? 1 : 0),
            new Kind("watched, by the share", 0.6, deed -> completion(deed)
                    .filter(share -> share < FINISHED)
                    .orElse(0.0)),
            new Kind("rated, by (stars - 3) / 2", 1, deed -> {
                Double stars = deed.engagement().rating();
                return deed.kind() == InteractionKind.RATE && stars != null ? (stars - 3) / 2 : 0;
            }),
            of("comment", 0.5, InteractionKind.COMMENT),
            of("share", 1, InteractionKind.SHARE),
            of("save", 0.8, InteractionKind.SAVE),
            of("add to cart", 1, InteractionKind.ADD_TO_CART),
            of("purchase", 2, InteractionKind.PURCHASE),
            of("skip", -0.4, InteractionKind.SKIP),
            of("dismiss", -1, InteractionKind.DISMISS));

    private static Kind of(String name, double used, InteractionKind kind) {
        return new Kind(name, used, deed -> deed.kind() == kind ? 1 : 0);
    }

    private static Optional<Double> completion(InteractionRecorded deed) {
        return deed.kind() == InteractionKind.VIEW
                ? Optional.ofNullable(deed.engagement().completion())
                : Optional.empty();
    }

    /** Whether what is used is not what was learned, beyond chance. */
    public boolean isOther() {
        return used < learned.low() || used > learned.high();
    }

    /** One content that somebody met, with all that they did with it. */
    private record Met(List<Facet> facets, List<InteractionRecorded> deeds) {
        /** Empty where it is not clear. */
        Optional<Boolean> end() {
            if (deeds.stream().anyMatch(deed -> KINDS.get(1).strength().applyAsDouble(deed) > 0)) {
                return Optional.of(true);
            }
            return deeds.stream().anyMatch(WorthOfDeed::isAgainst) ? Optional.of(false) : Optional.empty();
        }
    }

    private static boolean isAgainst(InteractionRecorded deed) {
        return switch (deed.kind()) {
            case SKIP, DISMISS -> true;
            case VIEW -> completion(deed).filter(share -> share < HALF).isPresent();
            default -> false;
        };
    }

    private static final class Case {
        private final double[] features;
        private final boolean good;

        Case(double[] features, boolean good) {
            this.features = features;
            this.good = good;
        }
    }

    /** In the order of what is learned of, likes first. */
    public static List<WorthOfDeed> all(Market market) {
        List<Life> lives = IntStream.range(0, market.scenario().people())
                .parallel()
                .mapToObj(market::life)
                .filter(life -> life.who().allows().contains(Purpose.TRAINING))
                .toList();
        List<Case> cases =
                lives.parallelStream().flatMap(life -> cases(life).stream()).toList();
        boolean[] good = new boolean[cases.size()];
        IntStream.range(0, good.length).forEach(i -> good[i] = cases.get(i).good);
        LogisticRegression learned =
                LogisticRegression.fit(cases.stream().map(each -> each.features).toArray(double[][]::new), good, RIDGE);
        return IntStream.range(0, KINDS.size())
                .mapToObj(i -> new WorthOfDeed(
                        KINDS.get(i).name(),
                        KINDS.get(i).used(),
                        learned.quotient(i + 1, 1),
                        lives.stream()
                                .flatMap(life -> life.deeds().stream())
                                .filter(deed -> KINDS.get(i).strength().applyAsDouble(deed) != 0)
                                .count()))
                .toList();
    }

    private static List<Case> cases(Life life) {
        Map<ContentId, Met> met = new LinkedHashMap<>();
        for (InteractionRecorded deed : life.deeds()) {
            ContentId content = deed.content();
            if (content != null) {
                met.computeIfAbsent(content, one -> new Met(facets(deed), new ArrayList<>()))
                        .deeds()
                        .add(deed);
            }
        }
        List<Met> all = List.copyOf(met.values());
        List<Case> cases = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            List<Met> before = all.subList(0, i);
            Met asked = all.get(i);
            asked.end().ifPresent(good -> cases.add(new Case(features(asked, before), good)));
        }
        return cases;
    }

    private static List<Facet> facets(InteractionRecorded deed) {
        return deed.facets().values().stream()
                .filter(facet -> facet.kind() != FacetKind.SKILL)
                .toList();
    }

    private static double[] features(Met asked, List<Met> before) {
        double[] features = new double[KINDS.size()];
        double all = 1;
        for (Met each : before) {
            double shared = shared(asked.facets(), each.facets());
            if (shared > 0) {
                all += shared;
                for (InteractionRecorded deed : each.deeds()) {
                    for (int kind = 0; kind < features.length; kind++) {
                        features[kind] += shared * KINDS.get(kind).strength().applyAsDouble(deed);
                    }
                }
            }
        }
        for (int kind = 0; kind < features.length; kind++) {
            features[kind] /= all;
        }
        return features;
    }

    private static double shared(List<Facet> one, List<Facet> other) {
        return one.isEmpty() ? 0 : (double) one.stream().filter(other::contains).count() / one.size();
    }
}
