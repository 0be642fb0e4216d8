package com.videowindow.patina.query.request;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Requests, the newest first. Answers a {@link RequestPage}. What is absent leaves none out.
 *
 * @param due those that have to be answered before this time
 * @param from the earliest time at which they came
 * @param to the first time that is too late
 */
public record FindRequests(
        @Nullable SubjectId subject,
        @Nullable RequestState state,
        @Nullable RequestKind kind,
        @Nullable Instant due,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String cursor,
        int limit) {

    /** One person's. */
    public static FindRequests of(SubjectId subject, @Nullable String cursor, int limit) {
        return new FindRequests(subject, null, null, null, null, null, cursor, limit);
    }

    /** Those that came between. */
    public static FindRequests between(
            @Nullable Instant from, @Nullable Instant to, @Nullable String cursor, int limit) {
        return new FindRequests(null, null, null, null, from, to, cursor, limit);
    }
}
