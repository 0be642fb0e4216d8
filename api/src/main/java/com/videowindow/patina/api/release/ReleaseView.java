package com.videowindow.patina.api.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.lookup.LookupReason;
import com.videowindow.patina.domain.release.ReleaseId;
import com.videowindow.patina.domain.release.ReleaseProgress;
import com.videowindow.patina.domain.release.ReleaseState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A release, for officers.
 *
 * @param officer who asked, by random id
 * @param decidedBy another one, by random id; absent while nobody decided
 * @param until when it ends; absent unless it was granted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReleaseView(
        ReleaseId id,
        ReleaseState state,
        SubjectId subject,
        SubjectId officer,
        LookupReason reason,
        CaseReference reference,
        Instant askedAt,
        @Nullable SubjectId decidedBy,
        @Nullable Instant until) {

    static ReleaseView of(ReleaseProgress one) {
        return new ReleaseView(
                one.release(),
                one.state(),
                one.subject(),
                one.by().id(),
                one.reason(),
                one.reference(),
                one.asked(),
                one.decidedBy() == null ? null : one.decidedBy().id(),
                one.until());
    }
}
