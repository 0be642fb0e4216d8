package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What those who allow training liked, one after the other, to tell a guest what comes next. Unlike a model it holds people's
 * histories, so it is kept in memory alone, never written, and each is let go of at once and whole ({@link #without}). Immutable.
 *
 * <p>Of the crowd the {@value #MOST} who liked something last, of each the latest {@value SessionNeighbours#KEPT}.
 *
 * <p>Nothing is told that fewer than {@value #SAYING} of those say who are nearest, and nothing at all where fewer than {@value #MET}
 * are near: whoever knows some of what somebody liked must not be told the rest of it.
 */
public final class CrowdSessions {
    public static final int SAYING = 3;

    private static final int MET = 10;
    private static final int MOST = 50_000;

    public static final CrowdSessions NONE = new CrowdSessions(
            Map.of(), Map.of(), new SessionNeighbours(List.of(), 0, SessionNeighbours.Settings.SERVED));

    private final Map<SubjectId, Integer> whose;
    private final Map<ContentId, Integer> numbers;
    private final SessionNeighbours neighbours;

    private CrowdSessions(
            Map<SubjectId, Integer> whose, Map<ContentId, Integer> numbers, SessionNeighbours neighbours) {
        this.whose = whose;
        this.numbers = numbers;
        this.neighbours = neighbours;
    }

    public static CrowdSessions of(SortedMap<SubjectId, Basket> likes) {
        List<Map.Entry<SubjectId, Basket>> latest = likes.entrySet().stream()
                .filter(entry -> !entry.getValue().liked().isEmpty())
                .sorted(Comparator.comparing((Map.Entry<SubjectId, Basket> entry) -> newest(entry.getValue()))
                        .reversed())
                .limit(MOST)
                .toList();
        Map<ContentId, Integer> numbers = new HashMap<>();
        latest.stream()
                .flatMap(entry -> entry.getValue().liked().stream())
                .collect(TreeSet<ContentId>::new, TreeSet::add, TreeSet::addAll)
                .forEach(content -> numbers.put(content, numbers.size()));
        Map<SubjectId, Integer> whose = HashMap.newHashMap(latest.size());
        latest.forEach(entry -> whose.put(entry.getKey(), whose.size()));
        List<int[]> sessions = latest.stream()
                .map(entry -> oldestFirst(entry.getValue(), numbers))
                .toList();
        return new CrowdSessions(
                whose, numbers, new SessionNeighbours(sessions, numbers.size(), SessionNeighbours.Settings.SERVED));
    }

    private static Instant newest(Basket basket) {
        return basket.since().stream().max(Comparator.naturalOrder()).orElse(Instant.MIN);
    }

    private static int[] oldestFirst(Basket basket, Map<ContentId, Integer> numbers) {
        return basket.liked().stream().limit(SessionNeighbours.KEPT).toList().reversed().stream()
                .mapToInt(numbers::get)
                .toArray();
    }

    /** Without somebody: nothing of theirs is in what this answers, nor in what it holds. */
    public CrowdSessions without(SubjectId somebody) {
        Integer session = whose.get(somebody);
        if (session == null) {
            return this;
        }
        Map<SubjectId, Integer> others = new HashMap<>(whose);
        others.remove(somebody);
        return new CrowdSessions(others, numbers, neighbours.without(session));
    }

    /** How many people there are. */
    public int size() {
        return whose.size();
    }

    /**
     * What those did who did the same of late; absent where they are too few.
     *
     * @param session oldest first
     */
    public Optional<Heard> after(List<ContentId> session) {
        int[] known = session.reversed().stream().distinct().toList().reversed().stream()
                .mapToInt(content -> numbers.getOrDefault(content, -1))
                .filter(number -> number >= 0)
                .toArray();
        SessionNeighbours.Answer answer = neighbours.answer(known);
        return answer.size() < MET ? Optional.empty() : Optional.of(new Heard(session, answer));
    }

    /** What the nearest say. */
    public final class Heard {
        private final List<ContentId> session;
        private final SessionNeighbours.Answer answer;
        private final double[] scores;
        private final double most;

        private Heard(List<ContentId> session, SessionNeighbours.Answer answer) {
            this.session = session;
            this.answer = answer;
            this.scores = answer.scores(SAYING);
            IntStream.range(0, session.size())
                    .map(place -> numbers.getOrDefault(session.get(place), -1))
                    .filter(number -> number >= 0)
                    .forEach(number -> scores[number] = 0);
            this.most = Arrays.stream(scores).max().orElse(0);
        }

        /** 0 to 1 for what they say most. */
        public double of(ContentId content) {
            Integer number = numbers.get(content);
            return number == null || most == 0 ? 0 : scores[number] / most;
        }

        /** What of the session those have who speak for it, what most of them have first. */
        public List<ContentId> because(ContentId content) {
            Integer number = numbers.get(content);
            return number == null || scores[number] == 0
                    ? List.of()
                    : session.reversed().stream()
                            .distinct()
                            .filter(each -> both(each, number) > 0)
                            .sorted(Comparator.comparingDouble((ContentId each) -> -both(each, number)))
                            .toList();
        }

        private double both(ContentId each, int number) {
            Integer own = numbers.get(each);
            return own == null ? 0 : answer.both(own, number);
        }
    }
}
