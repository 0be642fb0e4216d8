package com.videowindow.patina.eventlog.privacy;

import com.videowindow.patina.domain.privacy.MasterRotation;
import java.util.function.IntConsumer;

/** Over the shards, and nothing else: neither a person's key nor an event is touched. */
public final class StoredRotation implements MasterRotation {
    private final PayloadKeys keys;

    public StoredRotation(PayloadKeys keys) {
        this.keys = keys;
    }

    @Override
    public Rotated rotate(IntConsumer reached) {
        return PayloadKeys.available(() -> keys.secrets().rotateMaster(reached));
    }
}
