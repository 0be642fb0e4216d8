package com.videowindow.patina.domain.privacy;

import java.util.OptionalInt;
import java.util.function.IntConsumer;

/**
 * Wraps what the master key wraps under the newest of it, at its owner's word, so that the former can be done away with.
 * Until then whoever does away with a former one takes everybody's keys with it.
 */
public interface MasterRotation {
    /** How many keys the master wraps, however many people there are. */
    int SHARDS = 256;

    /** Where the master is. */
    enum Master {
        FILE,
        CONFIGURED,
        VAULT,
        SERVICE
    }

    /**
     * What everything rests under now.
     *
     * @param formerGone the former was done away with here; otherwise its owner may do so now
     * @param version no shard is under an earlier one; absent where the master does not number them
     */
    record Rotated(Master master, int shards, boolean formerGone, OptionalInt version) {}

    /**
     * Broken off at any moment and done again it loses nothing, beside nodes that run too.
     *
     * @param reached how many shards are wrapped again
     * @throws com.videowindow.patina.domain.audit.KeysUnavailable when the master cannot open all of them; then the former can
     *     be needed still
     */
    Rotated rotate(IntConsumer reached);
}
