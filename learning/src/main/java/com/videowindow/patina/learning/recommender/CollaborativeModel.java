package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.domain.Sha256;
import com.videowindow.patina.domain.catalog.ContentId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What everybody together taught about content: which goes with which ({@link Ease}) and what it has in common ({@link
 * ImplicitAls}). Nothing in it is about anybody: a person's own part is made from their history when they ask. Immutable and
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
    private final Parts parts;
    private final Blend blend;
    private final Settings settings;

    CollaborativeModel(List<ContentId> items, int[] support, Parts parts, Blend blend, Settings settings) {
        this.items = List.copyOf(items);
        this.numbers = HashMap.newHashMap(items.size());
        for (ContentId item : items) {
            numbers.put(item, numbers.size());
        }
        this.support = support;
        this.parts = parts;
        this.blend = blend;
        this.settings = settings;
    }

    /**
     * What is trained, of the same likes.
     *
     * @param factors with few and with many factors foretell different things; one at least
     */
    public record Settings(Ease.Settings ease, List<ImplicitAls.Settings> factors) {
        /** Chosen on held-out likes; {@code ./patina bench accuracy --tune} tells how. */
        public static final Settings CHOSEN = new Settings(
                new Ease.Settings(500, 9, 500),
                List.of(
                        new ImplicitAls.Settings(48, 0.5, 0.3, 0.5, 0.5, 10, 1),
                        new ImplicitAls.Settings(20, 0.5, 0.15, 0.5, 0.5, 10, 2)));

        public Settings {
            factors = List.copyOf(factors);
            if (factors.isEmpty() || factors.size() > MOST_FACTORIZATIONS) {
                throw new IllegalArgumentException("no such training");
            }
        }
    }

    /** What is blended. */
    record Parts(Ease ease, List<ImplicitAls> factors) {
        Parts {
            factors = List.copyOf(factors);
        }

        static Parts train(
                UserItemMatrix liked, List<int[]> facets, long[] keys, Settings settings, ForkJoinPool workers) {
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

        private List<ImplicitAls.Person> people(Likes liked) {
            return factors.stream().map(each -> each.person(liked)).toList();
        }

        private double[][] scores(Likes liked, List<ImplicitAls.Person> people) {
            return Stream.concat(Stream.of(ease.scores(liked)), people.stream().map(ImplicitAls.Person::scores))
                    .toArray(double[][]::new);
        }
    }

    /**
     * The parts are trained twice: first without the last likes of everybody, to learn from those how to blend them.
     *
     * @param workers change the time and not a bit of the result
     */
    public static CollaborativeModel train(TrainingSet data, Settings settings, ForkJoinPool workers) {
        long[] keys = data.items().stream().mapToLong(CollaborativeModel::key).toArray();
        Blend blend = blend(data, keys, settings, workers);
        UserItemMatrix liked = data.matrix();
        int[] support = new int[liked.items()];
        Arrays.setAll(support, item -> liked.usersOf(item).length);
        Parts parts = Parts.train(liked, data.facets(), keys, settings, workers);
        return new CollaborativeModel(data.items(), support, parts, blend, settings);
    }

    private static Blend blend(TrainingSet data, long[] keys, Settings settings, ForkJoinPool workers) {
        TrainingSet.Held held = data.heldBack(HELD_BACK);
        Parts parts = Parts.train(held.kept(), data.facets(), keys, settings, workers);
        BlendLearning learning = new BlendLearning(1 + settings.factors().size());
        int step = 1 + held.held().size() / MOST_ASKED;
        for (int person = 0; person < held.held().size(); person += step) {
            if (!held.held().get(person).isEmpty()) {
                Likes known = held.kept().likesOf(person);
                learning.ask(known, parts.scores(known), held.held().get(person));
            }
        }
        return learning.learned();
    }

    /** Where its factors begin must not depend on what else there is. */
    private static long key(ContentId item) {
        return ByteBuffer.wrap(Sha256.of(item.value().getBytes(StandardCharsets.UTF_8)))
                .getLong();
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

    public Ease ease() {
        return parts.ease();
    }

    public List<ImplicitAls> factors() {
        return parts.factors();
    }

    public Blend blend() {
        return blend;
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

    /** Somebody's own side, made of what they like. */
    public final class Person {
        private final Likes liked;
        private final List<ImplicitAls.Person> people;
        private final double[] weights;

        private Person(Likes liked) {
            this.liked = liked;
            this.people = parts.people(liked);
            this.weights = blend.weights(liked.size());
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
            return scores;
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
                && parts.equals(same.parts)
                && blend.equals(same.blend)
                && settings.equals(same.settings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(items, parts);
    }
}
