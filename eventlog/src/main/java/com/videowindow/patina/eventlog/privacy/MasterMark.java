package com.videowindow.patina.eventlog.privacy;

/**
 * Which key of a file is the master of a key store, as the store itself says it: the number that stands before whatever it
 * wrapped, and nothing of the key. A copy of the file elsewhere finds by it that it was overtaken.
 */
public interface MasterMark {

    /**
     * The one that stands there, which is this where there was none.
     *
     * @throws MasterElsewhere when there was none, and something is there that cannot be opened
     */
    int nowOr(int first);

    /** Durable before it answers; false where another stood there than the former, and stands there still. */
    boolean move(int former, int next);

    /** Tries whatever is there, and not what is remembered of it. */
    Closed closed();

    /** How many of the shards this master cannot open. */
    record Closed(int closed, int all) {
        boolean isNone() {
            return closed == 0;
        }
    }
}
