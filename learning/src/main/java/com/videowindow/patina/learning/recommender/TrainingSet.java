package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.Facets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Who likes what, as a model is trained from it: content in the order of its ids and numbered by it, people in the order of
 * theirs, what each likes oldest first. Immutable.
 */
public final class TrainingSet {
    private final List<ContentId> items;
    private final Map<ContentId, Integer> numbers;
    private final List<SubjectId> people;
    private final List<Row> likes;
    private final List<int[]> facets;

    /** What one likes, oldest first, and how much. */
    private static final class Row implements Comparable<Row> {
        private final int[] numbers;
        private final double[] strengths;

        private Row(int[] numbers, double[] strengths) {
            this.numbers = numbers;
            this.strengths = strengths;
        }

        private Likes likes() {
            return Likes.of(numbers, strengths);
        }

        /** All but the last ones. */
        private Row before(int last) {
            int kept = numbers.length - last;
            return new Row(Arrays.copyOf(numbers, kept), Arrays.copyOf(strengths, kept));
        }

        @Override
        public int compareTo(Row other) {
            int byNumbers = Arrays.compare(numbers, other.numbers);
            return byNumbers != 0 ? byNumbers : Arrays.compare(strengths, other.strengths);
        }
    }

    private TrainingSet(SortedMap<SubjectId, Basket> liked, Set<ContentId> known, Map<ContentId, Facets> described) {
        items = List.copyOf(new TreeSet<>(known));
        numbers = HashMap.newHashMap(items.size());
        for (ContentId item : items) {
            numbers.put(item, numbers.size());
        }
        people = new ArrayList<>();
        likes = new ArrayList<>();
        liked.forEach((subject, basket) -> {
            Row theirs = row(basket);
            if (theirs.numbers.length > 0) {
                people.add(subject);
                likes.add(theirs);
            }
        });
        facets = having(described);
    }

    private List<int[]> having(Map<ContentId, Facets> described) {
        SortedMap<Facet, List<Integer>> having = new TreeMap<>();
        for (int item = 0; item < items.size(); item++) {
            for (Facet facet :
                    described.getOrDefault(items.get(item), Facets.NONE).values()) {
                having.computeIfAbsent(facet, unknown -> new ArrayList<>()).add(item);
            }
        }
        return having.values().stream()
                .map(some -> some.stream().mapToInt(item -> item).toArray())
                .toList();
    }

    /**
     * @param liked of each person
     * @param described what content is like, where that is known; also of what nobody likes yet, which is learned of by that
     * @param most how much content at most: what most people like, where there is more
     */
    public static TrainingSet of(SortedMap<SubjectId, Basket> liked, Map<ContentId, Facets> described, int most) {
        Map<ContentId, Integer> support = new HashMap<>();
        described.keySet().forEach(content -> support.put(content, 0));
        liked.values().forEach(basket -> basket.liked().forEach(content -> support.merge(content, 1, Integer::sum)));
        if (support.size() <= most) {
            return new TrainingSet(liked, support.keySet(), described);
        }
        Comparator<Map.Entry<ContentId, Integer>> mostLiked = Map.Entry.comparingByValue(Comparator.reverseOrder());
        return new TrainingSet(
                liked,
                new HashSet<>(support.entrySet().stream()
                        .sorted(mostLiked.thenComparing(Map.Entry.comparingByKey()))
                        .limit(most)
                        .map(Map.Entry::getKey)
                        .toList()),
                described);
    }

    private Row row(Basket basket) {
        int[] theirs = IntStream.range(0, basket.liked().size())
                .map(newest -> basket.liked().size() - 1 - newest)
                .filter(place -> numbers.containsKey(basket.liked().get(place)))
                .toArray();
        return new Row(
                Arrays.stream(theirs)
                        .map(place -> numberOf(basket.liked().get(place)))
                        .toArray(),
                Arrays.stream(theirs)
                        .mapToDouble(place -> basket.strengths().get(place))
                        .toArray());
    }

    public List<ContentId> items() {
        return items;
    }

    /** The content's number, or -1 when it is not among what is learned of. */
    public int numberOf(ContentId content) {
        return numbers.getOrDefault(content, -1);
    }

    public int people() {
        return people.size();
    }

    public SubjectId person(int number) {
        return people.get(number);
    }

    /** Oldest first; not to be changed. */
    public int[] likesOf(int person) {
        return likes.get(person).numbers;
    }

    /** How often somebody likes something. */
    public long likes() {
        return likes.stream().mapToLong(theirs -> theirs.numbers.length).sum();
    }

    /** For each facet the numbers of the content that has it. */
    public List<int[]> facets() {
        return facets;
    }

    /**
     * Who likes what, in an order that nobody's id has a part in: so whoever trains from it learns the same of people who have
     * got other ids.
     */
    public UserItemMatrix matrix() {
        return matrix(rows().stream().map(Row::likes).toList());
    }

    private List<Row> rows() {
        return likes.stream().sorted().toList();
    }

    private UserItemMatrix matrix(List<Likes> rows) {
        return UserItemMatrix.weighted(rows, items.size());
    }

    /**
     * What everybody likes but the last of it, and for each row the numbers of that; nothing where all would be held back.
     *
     * @param share of each person's likes that is held back, rounded, at least one
     */
    public Held heldBack(double share) {
        List<Likes> kept = new ArrayList<>();
        List<BitSet> held = new ArrayList<>();
        for (Row row : rows()) {
            int size = row.numbers.length;
            int last = size < 2 ? 0 : Math.max(1, (int) StrictMath.rint(size * share));
            kept.add(row.before(last).likes());
            BitSet wanted = new BitSet();
            Arrays.stream(row.numbers, size - last, size).forEach(wanted::set);
            held.add(wanted);
        }
        return new Held(matrix(kept), held);
    }

    /**
     * A part to learn from and a part to be foretold.
     *
     * @param held for each person of the matrix
     */
    public record Held(UserItemMatrix kept, List<BitSet> held) {}
}
