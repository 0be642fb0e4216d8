package com.videowindow.patina.learning.recommender;

import java.util.Arrays;
import java.util.List;

/**
 * Who liked what, as a sparse binary matrix: for each person the numbers of the items, ascending, and for each item those of
 * the people. Immutable.
 */
public final class UserItemMatrix {
    private final int[][] items;
    private final int[][] users;
    private final int size;

    /**
     * @param rows for each person the numbers of the items that they liked; twice counts once
     * @param items how many items there are, liked or not
     */
    public UserItemMatrix(List<int[]> rows, int items) {
        this.items = rows.stream()
                .map(row -> Arrays.stream(row).sorted().distinct().toArray())
                .toArray(int[][]::new);
        this.users = inverted(this.items, items);
        this.size = Arrays.stream(this.items).mapToInt(row -> row.length).sum();
    }

    private static int[][] inverted(int[][] rows, int columns) {
        int[] sizes = new int[columns];
        for (int[] row : rows) {
            for (int item : row) {
                sizes[item]++;
            }
        }
        int[][] inverted = new int[columns][];
        Arrays.setAll(inverted, item -> new int[sizes[item]]);
        for (int user = rows.length - 1; user >= 0; user--) {
            for (int item : rows[user]) {
                inverted[item][--sizes[item]] = user;
            }
        }
        return inverted;
    }

    public int users() {
        return items.length;
    }

    public int items() {
        return users.length;
    }

    /** How often somebody liked something. */
    public int size() {
        return size;
    }

    /** Ascending; not to be changed. */
    public int[] itemsOf(int user) {
        return items[user];
    }

    /** Ascending; not to be changed. */
    public int[] usersOf(int item) {
        return users[item];
    }
}
