package com.videowindow.patina.learning.ranking;

/** What is decided of places, whatever anything scores. */
public interface House {
    House NONE = new House() {
        @Override
        public boolean decides() {
            return false;
        }

        @Override
        public int pinned(int place) {
            return Above.GONE;
        }

        @Override
        public boolean isKept(int work, int place) {
            return false;
        }

        @Override
        public boolean isFull(int work, Above above) {
            return false;
        }
    };

    /** Whether it has a say in anything. */
    boolean decides();

    /** What stands at a place, where it may; {@link Above#GONE} where nothing is decided of it. */
    int pinned(int place);

    /** Whether it is kept for a place further down. */
    boolean isKept(int work, int place);

    /** Whether there is as much of its like above as may be. */
    boolean isFull(int work, Above above);

    /** Whether it may come to the next place by what it scores. */
    default boolean isFree(int work, Above above) {
        return !isKept(work, above.place()) && !isFull(work, above);
    }
}
