package com.videowindow.patina.api.messaging;

import com.videowindow.patina.api.problem.Turnstile;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.ProjectionProgress;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits a moment for what a caller wrote to reach what they read; never for long, since old is better than late. */
public final class ReadYourWrites {

    private static final Duration AT_MOST = Duration.ofSeconds(1);

    private final ProjectionProgress progress;

    ReadYourWrites(ProjectionProgress progress) {
        this.progress = progress;
    }

    /** Asks once the projection has seen the position, or the time is over. */
    public <A> Answer<A> read(@Nullable Long after, String projection, Supplier<A> question) {
        boolean stale = isStale(after, projection);
        return Answer.now(question.get(), stale);
    }

    /** @return whether the named projections have not seen the position, if there is one, within the time */
    public boolean isStale(@Nullable Long after, String... projections) {
        if (after != null && after < 0) {
            throw Unacceptable.field("after", "must be a position of the log, 0 or more");
        }
        return after != null
                && !Turnstile.standAside(() -> progress.await(Set.of(projections), new LogPosition(after), AT_MOST));
    }
}
