package com.videowindow.patina.domain.release;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.lookup.LookupReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A release as it stands.
 *
 * @param by who asked, and may read
 * @param decidedBy absent while nobody decided
 * @param until when it ends; absent unless it was granted
 */
public record ReleaseProgress(
        ReleaseId release,
        SubjectId subject,
        Actor by,
        LookupReason reason,
        CaseReference reference,
        ReleaseState state,
        Instant asked,
        @Nullable Actor decidedBy,
        @Nullable Instant until) {

    /** @param before absent where the event is the first; stays absent where that is not known */
    public static @Nullable ReleaseProgress after(@Nullable ReleaseProgress before, ReleaseEvent event) {
        return switch (event) {
            case ReleaseAsked asked ->
                before != null
                        ? before
                        : new ReleaseProgress(
                                asked.release(),
                                asked.subject(),
                                asked.by(),
                                asked.reason(),
                                asked.reference(),
                                ReleaseState.ASKED,
                                asked.at(),
                                null,
                                null);
            case ReleaseGranted granted ->
                before == null ? null : before.decided(ReleaseState.GRANTED, granted.by(), granted.until());
            case ReleaseRefused refused ->
                before == null ? null : before.decided(ReleaseState.REFUSED, refused.by(), null);
        };
    }

    private ReleaseProgress decided(ReleaseState now, Actor who, @Nullable Instant end) {
        return new ReleaseProgress(release, subject, by, reason, reference, now, asked, who, end);
    }

    /** Whether this officer may read what the log has of this person now. */
    public boolean allows(SubjectId officer, SubjectId whom, Instant now) {
        return until != null && now.isBefore(until) && by.id().equals(officer) && subject.equals(whom);
    }
}
