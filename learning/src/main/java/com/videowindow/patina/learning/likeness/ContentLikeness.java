package com.videowindow.patina.learning.likeness;

import com.videowindow.patina.domain.catalog.Content;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How much content is like other content by what comes with it: the cosine of its words, or, where both were supplied with an
 * embedding, the mean of that cosine and the cosine of the embeddings. Nobody's deeds have a part in it, so it tells of
 * what came out a moment ago as of all else. Immutable.
 *
 * <p>Everything is kept in whole numbers, 32,768 to the unit: sums of products are exact, in whatever order they are made, so what
 * a catalogue says follows from its contents to the last bit, and what each like adds to a score adds up to it.
 *
 * <p>Cost: {@link WordVectors} and {@link Embeddings}; some 1 KB a piece, and two bytes for each number of an embedding.
 */
public final class ContentLikeness {
    static final int UNIT = 1 << 15;

    private static final double TWICE_ONE = 2.0 * UNIT * UNIT;
    private static final int STEPS = 16;

    private final WordVectors words;
    private final Embeddings embeddings;

    /** @param embeddings in the same order; empty where there is none */
    public ContentLikeness(List<WordCounts> words, List<List<Float>> embeddings) {
        this.words = new WordVectors(words);
        this.embeddings = new Embeddings(embeddings);
    }

    public static ContentLikeness of(List<Content> catalogue) {
        return new ContentLikeness(
                catalogue.stream().map(WordCounts::of).toList(),
                catalogue.stream().map(Content::embedding).toList());
    }

    /** By the words alone. */
    public static ContentLikeness ofWords(List<Content> catalogue) {
        return new ContentLikeness(
                catalogue.stream().map(WordCounts::of).toList(), Collections.nCopies(catalogue.size(), List.of()));
    }

    /** By the embeddings alone, which count for a half, as beside words. */
    public static ContentLikeness ofEmbeddings(List<Content> catalogue) {
        return new ContentLikeness(
                Collections.nCopies(catalogue.size(), WordCounts.NONE),
                catalogue.stream().map(Content::embedding).toList());
    }

    static short inUnits(double share) {
        return (short) Math.clamp(StrictMath.rint(share * UNIT), -UNIT, UNIT - 1);
    }

    /** About -1, in fact -0.5 since words have no opposite, to 1. */
    public double of(int one, int other) {
        return product(one, other) / TWICE_ONE;
    }

    private long product(int one, int other) {
        long said = words.of(one).product(words.of(other));
        boolean pictured = embeddings.knows(one) && embeddings.knows(other);
        return pictured ? said + embeddings.product(one, other) : 2 * said;
    }

    /**
     * @param liked each once
     * @param strengths how much, in whole sixteenths as of {@code Likes}
     */
    public Person person(int[] liked, double[] strengths) {
        return new Person(liked, strengths);
    }

    /** What somebody likes, as one vector of each kind. */
    public final class Person {
        private final int[] liked;
        private final int[] sixteenths;
        private final WordProfile ofWords;
        private final int[] ofEmbeddings = new int[embeddings.length()];
        /** Of what was liked without an embedding; absent where there is none of it, or nothing has any. */
        private final @Nullable WordProfile unpictured;

        private Person(int[] liked, double[] strengths) {
            this.liked = liked;
            this.sixteenths = new int[liked.length];
            this.ofWords = words.profileOf(liked);
            int[] without = IntStream.of(liked)
                    .filter(content -> embeddings.length() > 0 && !embeddings.knows(content))
                    .toArray();
            this.unpictured = without.length == 0 ? null : words.profileOf(without);
            for (int place = 0; place < liked.length; place++) {
                int times = (int) Math.rint(strengths[place] * STEPS);
                sixteenths[place] = times;
                words.of(liked[place]).addTo(ofWords, times);
                if (embeddings.knows(liked[place])) {
                    embeddings.addTo(ofEmbeddings, liked[place], times);
                } else if (unpictured != null) {
                    words.of(liked[place]).addTo(unpictured, times);
                }
            }
        }

        /** The sum of how much it is like what they like, each as much as they like it. */
        public double score(int content) {
            long said = words.of(content).product(ofWords);
            long sum = 2 * said;
            if (embeddings.knows(content)) {
                long bySaidAlone = unpictured == null ? 0 : words.of(content).product(unpictured);
                sum = said + bySaidAlone + embeddings.product(ofEmbeddings, content);
            }
            return sum / TWICE_ONE / STEPS;
        }

        /** What each of their likes adds to that; together they are the score. */
        public double[] told(int content) {
            double[] told = new double[liked.length];
            for (int place = 0; place < told.length; place++) {
                told[place] = sixteenths[place] * product(liked[place], content) / TWICE_ONE / STEPS;
            }
            return told;
        }
    }
}
