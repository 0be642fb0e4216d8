package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Who likes what, as a model is trained from it: content in the order of its ids and numbered by it, people in the order of
 * theirs, what each likes oldest first. Immutable.
 */
public final class TrainingSet {
    private final List<ContentId> items;
    private final Map<ContentId, Integer> numbers;
    private final List<SubjectId> people;
    private final List<int[]> likes;

    private TrainingSet(SortedMap<SubjectId, Basket> liked, Set<ContentId> known) {
        items = List.copyOf(new TreeSet<>(known));
        numbers = HashMap.newHashMap(items.size());
        for (ContentId item : items) {
            numbers.put(item, numbers.size());
        }
        people = new ArrayList<>();
        likes = new ArrayList<>();
        liked.forEach((subject, basket) -> {
            int[] theirs = numbersOf(basket);
            if (theirs.length > 0) {
                people.add(subject);
                likes.add(theirs);
            }
        });
    }

    /**
     * @param liked of each person
     * @param most how much content at most: what most people like, where there is more
     */
    public static TrainingSet of(SortedMap<SubjectId, Basket> liked, int most) {
        Map<ContentId, Integer> support = new HashMap<>();
        liked.values().forEach(basket -> basket.liked().forEach(content -> support.merge(content, 1, Integer::sum)));
        if (support.size() <= most) {
            return new TrainingSet(liked, support.keySet());
        }
        Comparator<Map.Entry<ContentId, Integer>> mostLiked = Map.Entry.comparingByValue(Comparator.reverseOrder());
        return new TrainingSet(
                liked,
                new HashSet<>(support.entrySet().stream()
                        .sorted(mostLiked.thenComparing(Map.Entry.comparingByKey()))
                        .limit(most)
                        .map(Map.Entry::getKey)
                        .toList()));
    }

    private TrainingSet(TrainingSet whole, BitSet without) {
        items = whole.items;
        numbers = whole.numbers;
        people = whole.people;
        likes = new ArrayList<>();
        for (int person = 0; person < whole.people(); person++) {
            int[] theirs = whole.likesOf(person);
            likes.add(without.get(person) ? Arrays.copyOf(theirs, theirs.length - 1) : theirs);
        }
    }

    /** As if some people had not come to their last like: the same content and people, under the same numbers. */
    public TrainingSet withoutLastOf(BitSet some) {
        return new TrainingSet(this, some);
    }

    private int[] numbersOf(Basket basket) {
        List<ContentId> oldestFirst = new ArrayList<>(basket.liked());
        Collections.reverse(oldestFirst);
        return oldestFirst.stream()
                .filter(numbers::containsKey)
                .mapToInt(numbers::get)
                .toArray();
    }

    public List<ContentId> items() {
        return items;
    }

    /** The content's number, or -1 when nobody likes it. */
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
        return likes.get(person);
    }

    /** How often somebody likes something. */
    public long likes() {
        return likes.stream().mapToLong(theirs -> theirs.length).sum();
    }

    /**
     * Who likes what, in an order that nobody's id has a part in: so whoever trains from it learns the same of people who have
     * got other ids.
     */
    public UserItemMatrix matrix() {
        List<int[]> rows = new ArrayList<>();
        likes.forEach(theirs -> rows.add(Arrays.stream(theirs).sorted().toArray()));
        rows.sort(Arrays::compare);
        return new UserItemMatrix(rows, items.size());
    }
}
