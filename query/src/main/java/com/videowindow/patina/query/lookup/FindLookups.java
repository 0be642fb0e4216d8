package com.videowindow.patina.query.lookup;

import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Look-ups, the newest first. Answers a {@link LookupPage}. What is absent leaves none out.
 *
 * @param subject at whom
 * @param officer by whom
 * @param from the earliest time
 * @param to the first time that is too late
 */
public record FindLookups(
        @Nullable SubjectId subject,
        @Nullable SubjectId officer,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String cursor,
        int limit) {}
