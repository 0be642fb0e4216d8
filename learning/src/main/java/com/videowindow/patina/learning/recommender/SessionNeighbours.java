package com.videowindow.patina.learning.recommender;

import java.util.Arrays;
import java.util.List;

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
    private final List<int[]> sessions;
    private final UserItemMatrix met;
    private final Settings settings;

    /**
     * @param neighbours the nearest sessions that speak
     * @param latest how many items of the session that is to go on are looked at
     * @param power how fast older ones count for less: the i-th of n for {@code (i/n)^power}, all alike at 0
     */
    public record Settings(int neighbours, int latest, double power) {
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
        this.sessions = List.copyOf(sessions);
        this.met = new UserItemMatrix(sessions, items);
        this.settings = settings;
    }

    /** Of each item how much the nearest sessions speak for it. */
    public double[] scores(int[] session) {
        int[] latest = Arrays.copyOfRange(session, Math.max(0, session.length - settings.latest()), session.length);
        double[] likeness = new double[sessions.size()];
        double[] lastShared = new double[sessions.size()];
        for (int i = 0; i < latest.length; i++) {
            double weight = StrictMath.pow((i + 1.0) / latest.length, settings.power());
            for (int other : met.usersOf(latest[i])) {
                likeness[other] += weight;
                lastShared[other] = weight;
            }
        }
        Nearest nearest = new Nearest(settings.neighbours());
        for (int other = 0; other < likeness.length; other++) {
            if (likeness[other] > 0) {
                nearest.offer(other, (float) (likeness[other] / StrictMath.sqrt(sessions.get(other).length)));
            }
        }
        return spoken(nearest, lastShared);
    }

    private double[] spoken(Nearest nearest, double[] lastShared) {
        double[] scores = new double[met.items()];
        int[] others = nearest.items();
        float[] likeness = nearest.similarities();
        for (int i = 0; i < others.length; i++) {
            double says = likeness[i] * lastShared[others[i]];
            for (int item : sessions.get(others[i])) {
                scores[item] += says;
            }
        }
        return scores;
    }
}
