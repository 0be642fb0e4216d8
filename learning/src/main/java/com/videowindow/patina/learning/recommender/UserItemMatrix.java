package com.videowindow.patina.learning.recommender;

import java.util.Arrays;
import java.util.List;

/**
 * Who liked what, and how much, as a sparse matrix: for each person the items, and for each item the people. Immutable.
 */
public final class UserItemMatrix {
    private final Likes[] byUser;
    private final Likes[] byItem;
    private final int size;

    /**
     * @param rows for each person the numbers of the items that they liked, each as much; twice counts once
     * @param items how many items there are, liked or not
     */
    public UserItemMatrix(List<int[]> rows, int items) {
        this(rows.stream().map(Likes::of).toArray(Likes[]::new), items);
    }

    private UserItemMatrix(Likes[] rows, int items) {
        this.byUser = rows;
        this.byItem = turned(rows, items);
        this.size = Arrays.stream(rows).mapToInt(Likes::size).sum();
    }

    /** Likes of different strength. */
    public static UserItemMatrix weighted(List<Likes> rows, int items) {
        return new UserItemMatrix(rows.toArray(Likes[]::new), items);
    }

    private static Likes[] turned(Likes[] rows, int columns) {
        int[] sizes = new int[columns];
        for (Likes row : rows) {
            for (int item : row.numbers()) {
                sizes[item]++;
            }
        }
        int[][] users = new int[columns][];
        double[][] strengths = new double[columns][];
        for (int item = 0; item < columns; item++) {
            users[item] = new int[sizes[item]];
            strengths[item] = new double[sizes[item]];
        }
        for (int user = rows.length - 1; user >= 0; user--) {
            Likes row = rows[user];
            for (int i = 0; i < row.size(); i++) {
                int place = --sizes[row.number(i)];
                users[row.number(i)][place] = user;
                strengths[row.number(i)][place] = row.strength(i);
            }
        }
        Likes[] turned = new Likes[columns];
        Arrays.setAll(turned, item -> Likes.sorted(users[item], strengths[item]));
        return turned;
    }

    public int users() {
        return byUser.length;
    }

    public int items() {
        return byItem.length;
    }

    /** How often somebody liked something. */
    public int size() {
        return size;
    }

    public Likes likesOf(int user) {
        return byUser[user];
    }

    public Likes likersOf(int item) {
        return byItem[item];
    }

    /** Ascending; not to be changed. */
    public int[] itemsOf(int user) {
        return byUser[user].numbers();
    }

    /** Ascending; not to be changed. */
    public int[] usersOf(int item) {
        return byItem[item].numbers();
    }

    /** Likes of a user in the mean of those who have any. */
    double usualOfUsers() {
        return usual(byUser);
    }

    /** Likes of an item in the mean of those that have any. */
    double usualOfItems() {
        return usual(byItem);
    }

    private double usual(Likes[] rows) {
        long some = Arrays.stream(rows).filter(row -> row.size() > 0).count();
        return (double) size / Math.max(1, some);
    }
}
