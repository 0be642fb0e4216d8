package com.videowindow.patina.learning.recommender;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What those did next who did the same of late. A session is what somebody met, oldest first; it is like another by the items
 * that both have, of which the later ones count for more, and the nearest sessions speak for their items, the more so the
 * later the last item that they share.
 *
 * <p>Nothing is learned but an index, so what happened a moment ago counts at once, and somebody whom no model has met yet is
 * served by a single click. What happened in which order matters, which the models of sets do not see.
 *
 * <p>Cost: an answer goes through the sessions of each of the latest items, then through the items of the nearest; memory is
 * the sessions, twice.
 *
 * <p>Reference: the vector-multiplication session kNN of Ludewig and Jannach, Evaluation of session-based recommendation
 * algorithms (2018); their decay is linear, {@code power} 1.
 */
public final class SessionNeighbours {
    /** Of each session that speaks, the latest: what came before says little of what comes next. */
    public static final int KEPT = 100;

    private final int[][] sessions;
    /** Of each item the sessions that have it, ascending. */
    private final int[][] having;

    private final Settings settings;

    /**
     * @param neighbours the nearest sessions that speak
     * @param latest how many items of the session that is to go on are looked at
     * @param power how fast older ones count for less: the i-th of n for {@code (i/n)^power}, all alike at 0
     */
    public record Settings(int neighbours, int latest, double power) {
        /** Chosen on the last of each user's of what is learned from, by {@code ./patina bench accuracy --split last --tune}. */
        public static final Settings SERVED = new Settings(50, 5, 1);

        public Settings {
            if (neighbours < 1 || latest < 1 || !(power >= 0)) {
                throw new IllegalArgumentException("no such neighbourhood");
            }
        }
    }

    /**
     * @param sessions each with the numbers of its items, oldest first, no item twice
     * @param items how many there are
     */
    public SessionNeighbours(List<int[]> sessions, int items, Settings settings) {
        this(sessions.toArray(int[][]::new), having(sessions, items), settings);
    }

    private SessionNeighbours(int[][] sessions, int[][] having, Settings settings) {
        this.sessions = sessions;
        this.having = having;
        this.settings = settings;
    }

    private static int[][] having(List<int[]> sessions, int items) {
        int[] sizes = new int[items];
        sessions.forEach(session -> IntStream.of(session).forEach(item -> sizes[item]++));
        int[][] having = new int[items][];
        Arrays.setAll(having, item -> new int[sizes[item]]);
        for (int number = sessions.size() - 1; number >= 0; number--) {
            for (int item : sessions.get(number)) {
                having[item][--sizes[item]] = number;
            }
        }
        return having;
    }

    /** The same without one session, of which nothing is left; the others keep their numbers. */
    SessionNeighbours without(int session) {
        int[][] others = sessions.clone();
        int[][] theirs = having.clone();
        for (int item : sessions[session]) {
            theirs[item] =
                    IntStream.of(having[item]).filter(other -> other != session).toArray();
        }
        others[session] = new int[0];
        return new SessionNeighbours(others, theirs, settings);
    }

    /** Of each item how much the nearest sessions speak for it. */
    public double[] scores(int[] session) {
        return answer(session).scores(1);
    }

    /** What the nearest say. */
    public Answer answer(int[] session) {
        int[] latest = Arrays.copyOfRange(session, Math.max(0, session.length - settings.latest()), session.length);
        double[] likeness = new double[sessions.length];
        double[] lastShared = new double[sessions.length];
        for (int i = 0; i < latest.length; i++) {
            double weight = StrictMath.pow((i + 1.0) / latest.length, settings.power());
            for (int other : having[latest[i]]) {
                likeness[other] += weight;
                lastShared[other] = weight;
            }
        }
        Nearest nearest = new Nearest(settings.neighbours());
        for (int other = 0; other < likeness.length; other++) {
            if (likeness[other] > 0) {
                nearest.offer(other, (float) (likeness[other] / StrictMath.sqrt(sessions[other].length)));
            }
        }
        return new Answer(nearest, lastShared);
    }

    /** What the sessions say that are nearest to one. */
    public final class Answer {
        private final int[] speaking;
        private final double[] says;

        private Answer(Nearest nearest, double[] lastShared) {
            speaking = nearest.items();
            float[] likeness = nearest.similarities();
            says = new double[speaking.length];
            Arrays.setAll(says, i -> likeness[i] * lastShared[speaking[i]]);
        }

        /** How many speak. */
        int size() {
            return speaking.length;
        }

        /** @param fewest that have to speak for an item; what fewer say counts nothing */
        public double[] scores(int fewest) {
            double[] scores = new double[having.length];
            int[] counts = new int[having.length];
            for (int i = 0; i < speaking.length; i++) {
                for (int item : sessions[speaking[i]]) {
                    scores[item] += says[i];
                    counts[item]++;
                }
            }
            Arrays.setAll(scores, item -> counts[item] < fewest ? 0 : scores[item]);
            return scores;
        }

        /** How much of those say both who speak. */
        double both(int one, int other) {
            double both = 0;
            for (int i = 0; i < speaking.length; i++) {
                both += has(speaking[i], one) && has(speaking[i], other) ? says[i] : 0;
            }
            return both;
        }

        private boolean has(int session, int item) {
            return Arrays.binarySearch(having[item], session) >= 0;
        }
    }
}
