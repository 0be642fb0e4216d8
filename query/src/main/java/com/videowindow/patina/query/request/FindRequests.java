package com.videowindow.patina.query.request;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;
import com.videowindow.patina.domain.request.Manner;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestState;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Requests, the newest first. Answers a {@link RequestPage}. What is absent leaves none out.
 *
 * @param manners those that came in one of these ways; all when empty
 * @param due those that have to be answered before this time
 * @param from the earliest time at which they came
 * @param to the first time that is too late
 */
@Uses(purpose = ProcessingPurpose.RIGHTS_OF_PEOPLE, basis = LawfulBasis.LEGAL_OBLIGATION)
public record FindRequests(
        @Nullable SubjectId subject,
        @Nullable RequestState state,
        @Nullable RequestKind kind,
        Set<Manner> manners,
        @Nullable Instant due,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String cursor,
        int limit) {

    public FindRequests {
        manners = Set.copyOf(manners);
    }

    /** One person's. */
    public static FindRequests of(SubjectId subject, @Nullable String cursor, int limit) {
        return new FindRequests(subject, null, null, Set.of(), null, null, null, cursor, limit);
    }

    /** Those that came between. */
    public static FindRequests between(
            @Nullable Instant from, @Nullable Instant to, @Nullable String cursor, int limit) {
        return new FindRequests(null, null, null, Set.of(), null, from, to, cursor, limit);
    }
}
