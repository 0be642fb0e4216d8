package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.domain.Sha256;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.Facets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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
 * theirs, what each likes oldest first, and how many days before
 * the latest like of all they came to it. Immutable.
 */
public final class TrainingSet {
    /** Of fewer people nothing can be learned about what comes next. */
    private static final int FEWEST_ASKED = 50;

    private final List<ContentId> items;
    private final Map<ContentId, Integer> numbers;
    private final List<SubjectId> people;
    private final List<Row> likes;
    private final List<int[]> facets;
    private final Instant latest;

    private TrainingSet(SortedMap<SubjectId, Basket> liked, Set<ContentId> known, Map<ContentId, Facets> described) {
        items = List.copyOf(new TreeSet<>(known));
        numbers = HashMap.newHashMap(items.size());
        for (ContentId item : items) {
            numbers.put(item, numbers.size());
        }
        people = new ArrayList<>();
        likes = new ArrayList<>();
        latest = liked.values().stream()
                .flatMap(basket -> basket.since().stream())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        liked.forEach((subject, basket) -> {
            Row theirs = row(basket);
            if (theirs.size() > 0) {
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

    private TrainingSet(TrainingSet whole, BitSet without) {
        items = whole.items;
        numbers = whole.numbers;
        people = whole.people;
        facets = whole.facets;
        latest = whole.latest;
        likes = new ArrayList<>();
        for (int person = 0; person < whole.people(); person++) {
            Row theirs = whole.likes.get(person);
            likes.add(without.get(person) ? theirs.before(1) : theirs);
        }
    }

    /** As if some people had not come to their last like: the same content and people, under the same numbers. */
    public TrainingSet withoutLastOf(BitSet some) {
        return new TrainingSet(this, some);
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
                        .toArray(),
                Arrays.stream(theirs)
                        .map(place -> daysBefore(basket.since().get(place)))
                        .toArray());
    }

    /** Whole days, so that a log that was written a little faster or slower teaches the same. */
    private int daysBefore(Instant since) {
        return (int) Duration.between(since, latest).toDays();
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
        return likes.get(person).numbers();
    }

    /** The same, each with how much. */
    public Likes likes(int person) {
        return likes.get(person).likes();
    }

    /** How often somebody likes something. */
    public long likes() {
        return likes.stream().mapToLong(Row::size).sum();
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

    /** For each item how much people came to like it so many days ago, counted from the latest like of all. */
    List<SortedMap<Integer, Double>> ages() {
        return ages(rows(), 0);
    }

    /** Strengths are of sixteenths, so that no order of people changes a bit. */
    private List<SortedMap<Integer, Double>> ages(List<Row> rows, int from) {
        List<SortedMap<Integer, Double>> ages = new ArrayList<>();
        items.forEach(item -> ages.add(new TreeMap<>()));
        for (Row row : rows) {
            for (int place = 0; place < row.size(); place++) {
                ages.get(row.number(place)).merge(row.daysAgo(place) - from, row.strength(place), Double::sum);
            }
        }
        return ages;
    }

    /**
     * What everybody likes but some of it, and for each row the numbers of that.
     *
     * @param share of likes that is held back, about
     */
    Held heldBack(Question question, double share) {
        if (question == Question.NEXT) {
            Held latest = latestHeldBack(share);
            if (latest.asked() >= FEWEST_ASKED) {
                return latest;
            }
        }
        List<Row> rows = rows();
        long[] keys = keys();
        return held(rows, rows.stream().map(row -> row.drawn(share, keys)).toList(), 0);
    }

    /** Whatever somebody came to like after a day; nobody of whom nothing is known until then can be asked. */
    private Held latestHeldBack(double share) {
        int[] days = likes.stream().flatMapToInt(Row::days).sorted().toArray();
        int border = days.length == 0 ? 0 : days[(int) (share * (days.length - 1))];
        List<Row> rows = rows();
        return held(rows, rows.stream().map(row -> row.within(border)).toList(), border);
    }

    private Held held(List<Row> rows, List<BitSet> places, int daysAgo) {
        List<Row> kept = new ArrayList<>();
        List<BitSet> held = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            kept.add(rows.get(i).without(places.get(i)));
            held.add(rows.get(i).numbersAt(places.get(i)));
        }
        return new Held(matrix(kept.stream().map(Row::likes).toList()), held, ages(kept, daysAgo));
    }

    /** One for each item, which stays the same in whatever catalogue it is. */
    long[] keys() {
        return items.stream().mapToLong(TrainingSet::key).toArray();
    }

    private static long key(ContentId item) {
        return ByteBuffer.wrap(Sha256.of(item.value().getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    /**
     * A part to learn from and a part to be foretold.
     *
     * @param held for each person of the matrix
     * @param ages for each item how much people came to like it so many days before the end of what is learned from
     */
    record Held(UserItemMatrix kept, List<BitSet> held, List<SortedMap<Integer, Double>> ages) {

        boolean asks(int person) {
            return !held.get(person).isEmpty() && kept.likesOf(person).size() > 0;
        }

        long asked() {
            return IntStream.range(0, held.size()).filter(this::asks).count();
        }
    }
}
