package com.videowindow.patina.query.recommendation;

/**
 * The highest of many scores, kept in a heap of so many whose root is the lowest: what comes later is compared with that one
 * alone. Of equal scores the lower number stands higher. Plain arrays, since every request asks it of the whole catalogue.
 */
final class Foremost {
    private final int[] numbers;
    private final double[] scores;
    private int size;

    Foremost(int most) {
        numbers = new int[most];
        scores = new double[most];
    }

    void offer(int number, double score) {
        if (size < numbers.length) {
            size++;
            rise(number, score);
        } else if (size > 0 && isLower(numbers[0], scores[0], number, score)) {
            sink(number, score, size);
        }
    }

    /** Of those that are kept; 0 where none is. */
    double lowest() {
        return size == 0 ? 0 : scores[0];
    }

    /** The numbers; nothing can be offered afterwards. */
    int[] bestFirst() {
        int[] best = new int[size];
        while (size > 0) {
            size--;
            best[size] = numbers[0];
            sink(numbers[size], scores[size], size);
        }
        return best;
    }

    private void rise(int number, double score) {
        int place = size - 1;
        while (place > 0) {
            int parent = (place - 1) / 2;
            if (!isLower(number, score, numbers[parent], scores[parent])) {
                break;
            }
            put(place, numbers[parent], scores[parent]);
            place = parent;
        }
        put(place, number, score);
    }

    private void sink(int number, double score, int end) {
        int place = 0;
        for (int child = 1; child < end; child = 2 * place + 1) {
            int next = child + 1;
            if (next < end && isLower(numbers[next], scores[next], numbers[child], scores[child])) {
                child = next;
            }
            if (!isLower(numbers[child], scores[child], number, score)) {
                break;
            }
            put(place, numbers[child], scores[child]);
            place = child;
        }
        put(place, number, score);
    }

    private void put(int place, int number, double score) {
        numbers[place] = number;
        scores[place] = score;
    }

    private static boolean isLower(int one, double score, int other, double than) {
        return score == than ? one > other : score < than;
    }
}
