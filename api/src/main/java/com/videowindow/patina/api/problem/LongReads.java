package com.videowindow.patina.api.problem;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets in a few questions at once for which the whole log is read. Each takes seconds, a processor and a disk: more of them
 * would make everybody late, and those who ask for a page wait for nothing but them. Nobody queues: whoever asks for this
 * can come back.
 */
@Component
public final class LongReads {
    private final Semaphore places;

    LongReads(HttpSettings settings) {
        this.places = new Semaphore(settings.longReads());
    }

    /** Enough of them are being answered. */
    static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Busy() {
            super("enough questions that read the whole log are being answered", null, false, false);
        }
    }

    /** Answered as 503 {@code overloaded} where there is no place. */
    public <T> T one(Supplier<T> reading) {
        if (!places.tryAcquire()) {
            throw new Busy();
        }
        try {
            return reading.get();
        } finally {
            places.release();
        }
    }
}
