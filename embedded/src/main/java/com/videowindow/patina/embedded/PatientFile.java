package com.videowindow.patina.embedded;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.h2.mvstore.SingleFileStore;

/**
 * A store file that keeps freed space as it is until a version without it is on the disk. H2 frees a part and may put the
 * very next one in its place; the version before still lists it. Killed at that moment, the store opened with a version
 * from before that part was freed, and what had been acknowledged since was lost.
 */
final class PatientFile extends SingleFileStore {
    private final Deque<Space> freed = new ArrayDeque<>();

    private record Space(long at, int length) {}

    PatientFile(String file, int cacheMegabytes) {
        super(Map.of("cacheSize", cacheMegabytes));
        open(file, false, (char[]) null);
    }

    @Override
    protected void free(long at, int length) {
        synchronized (freed) {
            freed.add(new Space(at, length));
        }
    }

    /** How much was freed so far and is in no version that is committed from now on. */
    int freed() {
        synchronized (freed) {
            return freed.size();
        }
    }

    /** The version that was committed when so much was freed is on the disk. */
    void release(int count) {
        synchronized (freed) {
            for (int i = 0; i < count; i++) {
                Space space = freed.remove();
                super.free(space.at, space.length);
            }
        }
    }

    /** Cutting the file would cut what is only kept. */
    @Override
    protected void shrinkStoreIfPossible(int minPercent) {
        if (freed() == 0) super.shrinkStoreIfPossible(minPercent);
    }
}
