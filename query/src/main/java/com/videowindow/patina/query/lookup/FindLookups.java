package com.videowindow.patina.query.lookup;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;
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
@Uses(purpose = ProcessingPurpose.ACCOUNTABILITY, basis = LawfulBasis.LEGAL_OBLIGATION)
public record FindLookups(
        @Nullable SubjectId subject,
        @Nullable SubjectId officer,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String cursor,
        int limit) {}
