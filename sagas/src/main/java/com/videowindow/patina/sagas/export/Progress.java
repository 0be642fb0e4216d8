package com.videowindow.patina.sagas.export;

import com.videowindow.patina.domain.export.Archives;
import java.time.Duration;

/** Tells how far it is twice a second, which is also the sign that somebody is at it. */
final class Progress {
    private static final long BETWEEN = Duration.ofMillis(500).toNanos();

    private final Archives.Draft draft;
    private final long total;
    private long done;
    private long told = System.nanoTime() - BETWEEN;

    Progress(Archives.Draft draft, long total) {
        this.draft = draft;
        this.total = total;
    }

    void add(long more) {
        done += more;
        long now = System.nanoTime();
        if (now - told >= BETWEEN) {
            told = now;
            draft.progress(Math.min(done, total), total);
        }
    }
}
