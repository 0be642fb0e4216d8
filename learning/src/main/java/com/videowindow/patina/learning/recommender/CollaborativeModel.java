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

/**
 * What everybody together taught about content: which goes with which ({@link Ease}) and what it has in common ({@link
 * ImplicitAls}). Nothing in it is about anybody: a person's own part is made from their history when they ask. Immutable and
 * safe to share.
 *
 * <p>The same likes and settings are the same bytes, whoever people are, in whatever order they are told, and whatever the
 * number of threads; see {@link ModelBytes}.
 */
public final class CollaborativeModel {
    private final List<ContentId> items;
    private final Map<ContentId, Integer> numbers;
    private final int[] support;
    private final Ease ease;
    private final ImplicitAls als;
    private final Settings settings;

    CollaborativeModel(List<ContentId> items, int[] support, Ease ease, ImplicitAls als, Settings settings) {
        this.items = List.copyOf(items);
        this.numbers = HashMap.newHashMap(items.size());
        for (ContentId item : items) {
            numbers.put(item, numbers.size());
        }
        this.support = support;
        this.ease = ease;
        this.als = als;
        this.settings = settings;
    }

    /**
     * @param easePenalty of {@link Ease}
     * @param easeKept how many weights of {@link Ease} each item keeps, the largest
     * @param als of {@link ImplicitAls}
     */
    public record Settings(double easePenalty, int easeKept, ImplicitAls.Settings als) {
        public Settings {
            if (!(easePenalty > 0) || easeKept < 1) {
                throw new IllegalArgumentException("no such training");
            }
        }
    }

    /** @param workers change the time and not a bit of the result */
    public static CollaborativeModel train(TrainingSet data, Settings settings, ForkJoinPool workers) {
        UserItemMatrix liked = data.matrix();
        int[] support = new int[liked.items()];
        Arrays.setAll(support, item -> liked.usersOf(item).length);
        long[] keys = data.items().stream().mapToLong(CollaborativeModel::key).toArray();
        return new CollaborativeModel(
                data.items(),
                support,
                Ease.train(liked, settings.easePenalty(), settings.easeKept(), workers),
                ImplicitAls.train(liked, keys, settings.als(), workers),
                settings);
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

    /** The content's number, or -1 when nobody liked it. */
    public int numberOf(ContentId content) {
        return numbers.getOrDefault(content, -1);
    }

    /** How many people liked it. */
    public int support(int item) {
        return support[item];
    }

    public Ease ease() {
        return ease;
    }

    public ImplicitAls als() {
        return als;
    }

    public Settings settings() {
        return settings;
    }

    /** Of each item how well it goes with what somebody likes: both parts, added. */
    public float[] scores(int[] liked) {
        float[] scores = ease.scores(liked);
        float[] others = als.scores(liked);
        for (int item = 0; item < scores.length; item++) {
            scores[item] += others[item];
        }
        return scores;
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
                && ease.equals(same.ease)
                && als.equals(same.als)
                && settings.equals(same.settings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(items, ease, als);
    }
}
