package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.domain.catalog.ContentId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What everybody together taught about content: which goes with which ({@link Ease}), what it has in common ({@link
 * ImplicitAls}) and what is in demand of late ({@link Lately}). Nothing in it is about anybody: a person's own part is made from their history when they ask. Immutable and
 * safe to share.
 *
 * <p>The same likes and settings are the same bytes, whoever people are, in whatever order they are told, and whatever the
 * number of threads; see {@link ModelBytes}.
 */
public final class CollaborativeModel {
    static final int MOST_FACTORIZATIONS = 8;

    private static final double HELD_BACK = 0.2;
    private static final int MOST_ASKED = 5_000;

    private final List<ContentId> items;
    private final Map<ContentId, Integer> numbers;
    private final int[] support;
    private final double[] lately;
    private final Parts parts;
    private final Blend blend;
    private final Settings settings;

    CollaborativeModel(
            List<ContentId> items, int[] support, double[] lately, Parts parts, Blend blend, Settings settings) {
        this.items = List.copyOf(items);
        this.numbers = HashMap.newHashMap(items.size());
        for (ContentId item : items) {
            numbers.put(item, numbers.size());
        }
        this.support = support;
        this.lately = lately;
        this.parts = parts;
        this.blend = blend;
        this.settings = settings;
    }

    /**
     * What is trained, of the same likes.
     *
     * @param factors with few and with many factors foretell different things; one at least
     * @param question for which the blend is learned
     */
    public record Settings(Ease.Settings ease, List<ImplicitAls.Settings> factors, Question question) {
        /** Chosen on validation parts alone by {@code ./patina bench accuracy --tune}. */
        public static final Settings CHOSEN = new Settings(
                new Ease.Settings(500, 9, 500),
                List.of(
                        new ImplicitAls.Settings(16, 0.25, 0.2, 0.5, 0.5, 10, 16),
                        new ImplicitAls.Settings(48, 0.5, 0.3, 0.5, 0.5, 10, 48)));

        /** As a service is asked. */
        public Settings(Ease.Settings ease, List<ImplicitAls.Settings> factors) {
            this(ease, factors, Question.NEXT);
        }

        public Settings {
            factors = List.copyOf(factors);
            if (factors.isEmpty() || factors.size() > MOST_FACTORIZATIONS) {
                throw new IllegalArgumentException("no such training");
            }
        }
    }

    /**
     * The parts are trained twice: first without some likes, to learn from those how to blend them.
     *
     * @param workers change the time and not a bit of the result
     */
    public static CollaborativeModel train(TrainingSet data, Settings settings, ForkJoinPool workers) {
        Blend blend = blend(data, settings, workers);
        UserItemMatrix liked = data.matrix();
        int[] support = new int[liked.items()];
        Arrays.setAll(support, item -> liked.usersOf(item).length);
        double[] lately = Lately.of(data.ages(), blend.halfLife()).scales(blend.power());
        Parts parts = Parts.train(liked, data.facets(), data.keys(), settings, workers);
        return new CollaborativeModel(data.items(), support, lately, parts, blend, settings);
    }

    private static Blend blend(TrainingSet data, Settings settings, ForkJoinPool workers) {
        TrainingSet.Held held = data.heldBack(settings.question(), HELD_BACK);
        Parts parts = Parts.train(held.kept(), data.facets(), data.keys(), settings, workers);
        BlendLearning learning = new BlendLearning(1 + settings.factors().size(), Lately.all(held.ages()));
        long step = 1 + held.asked() / MOST_ASKED;
        long asked = 0;
        for (int person = 0; person < held.held().size(); person++) {
            if (held.asks(person) && asked++ % step == 0) {
                Likes known = held.kept().likesOf(person);
                learning.ask(known, parts.scores(known), held.held().get(person));
            }
        }
        return learning.learned();
    }

    /** In the order of their ids, by which they are numbered. */
    public List<ContentId> items() {
        return items;
    }

    /** The content's number, or -1 when it was not known. */
    public int numberOf(ContentId content) {
        return numbers.getOrDefault(content, -1);
    }

    /** How many people liked it. */
    public int support(int item) {
        return support[item];
    }

    /** What its score is multiplied by, since it is more popular of late than ever, or less; below 0 divided. */
    public double lately(int item) {
        return lately[item];
    }

    public Ease ease() {
        return parts.ease();
    }

    public List<ImplicitAls> factors() {
        return parts.factors();
    }

    public Blend blend() {
        return blend;
    }

    /** How many numbers {@link #vector} has. */
    public int dimensions() {
        return settings.factors().stream()
                .mapToInt(ImplicitAls.Settings::factors)
                .sum();
    }

    /**
     * All factors of an item in one. Its product with {@link Person#vector} is what factors add to the item's score, where that is
     * more than nothing.
     */
    public float[] vector(int item) {
        float[] vector = new float[dimensions()];
        int next = 0;
        for (ImplicitAls part : factors()) {
            for (double factor : part.factors(item)) {
                vector[next++] = (float) (factor * lately[item]);
            }
        }
        return vector;
    }

    public Settings settings() {
        return settings;
    }

    /** As much of what somebody likes as is known here. */
    public Likes likes(Basket basket) {
        int[] places = IntStream.range(0, basket.liked().size())
                .filter(place -> numberOf(basket.liked().get(place)) >= 0)
                .toArray();
        return Likes.of(
                IntStream.of(places)
                        .map(place -> numberOf(basket.liked().get(place)))
                        .toArray(),
                IntStream.of(places)
                        .mapToDouble(place -> basket.strengths().get(place))
                        .toArray());
    }

    /** Of each item how well it goes with what somebody likes: the parts, blended. */
    public double[] scores(Likes liked) {
        return person(liked).scores();
    }

    public Person person(Likes liked) {
        return new Person(liked);
    }

    /** Somebody's own side, made of what they like. For one thread. */
    public final class Person {
        private final Likes liked;
        private final List<ImplicitAls.Person> people;
        private final double[] weights;
        private final Touched together;

        private Person(Likes liked) {
            this.liked = liked;
            this.people = parts.people(liked);
            this.weights = blend.weights(liked.size());
            this.together = ease().touched(liked);
        }

        /** Of each item how well it goes with what they like. */
        public double[] scores() {
            double[][] each = parts.scores(liked, people);
            double[] scores = new double[items.size()];
            for (int part = 0; part < each.length; part++) {
                for (int item = 0; item < scores.length; item++) {
                    scores[item] += weights[part] * each[part][item];
                }
            }
            Arrays.setAll(scores, item -> Lately.turned(scores[item], lately[item]));
            return scores;
        }

        /** The same of one item: where few are asked about, no product is made for the others. */
        public double score(int item) {
            double score = weights[0] * together.of(item);
            for (int i = 0; i < people.size(); i++) {
                score += weights[1 + i] * people.get(i).score(item);
            }
            return Lately.turned(score, lately[item]);
        }

        /** What EASE adds to that: rows that are there, so it costs next to nothing. */
        public double hint(int item) {
            return Lately.turned(weights[0] * together.of(item), lately[item]);
        }

        /** All of their factors in one, as the blend weighs them. */
        public float[] vector() {
            float[] vector = new float[dimensions()];
            int next = 0;
            for (int i = 0; i < people.size(); i++) {
                for (double factor : people.get(i).factors()) {
                    vector[next++] = (float) (weights[1 + i] * factor);
                }
            }
            return vector;
        }

        /** Those that {@link #hint} tells anything of. */
        public int[] hinted() {
            return together.items();
        }

        /** What each of their likes adds to the score of an item; together they are the score. */
        public double[] told(int item) {
            double[] told = new double[liked.size()];
            for (int place = 0; place < told.length; place++) {
                told[place] = weights[0] * liked.strength(place) * ease().weight(liked.number(place), item);
            }
            for (int i = 0; i < people.size(); i++) {
                double[] more = people.get(i).told(item);
                for (int place = 0; place < told.length; place++) {
                    told[place] += weights[1 + i] * more[place];
                }
            }
            double scale = DoubleStream.of(told).sum() > 0 ? lately[item] : 1 / lately[item];
            Arrays.setAll(told, place -> told[place] * scale);
            return told;
        }
    }

    public void write(OutputStream out) throws IOException {
        ModelBytes.write(this, out);
    }

    /**
     * Reads what {@link #write} wrote, up to its end.
     *
     * @throws IOException also where a byte is not the one that was written
     */
    public static CollaborativeModel read(InputStream in) throws IOException {
        return ModelBytes.read(in);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CollaborativeModel same
                && items.equals(same.items)
                && Arrays.equals(support, same.support)
                && Arrays.equals(lately, same.lately)
                && parts.equals(same.parts)
                && blend.equals(same.blend)
                && settings.equals(same.settings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(items, parts);
    }
}
