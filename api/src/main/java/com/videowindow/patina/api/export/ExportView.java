package com.videowindow.patina.api.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.export.ArchiveSummary;
import com.videowindow.patina.domain.export.Archives;
import com.videowindow.patina.domain.export.ExportFailure;
import com.videowindow.patina.domain.export.ExportId;
import com.videowindow.patina.domain.export.ExportProgress;
import com.videowindow.patina.domain.export.ExportState;
import com.videowindow.patina.domain.export.RemovalReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An export as it is shown: it says nothing about who it is, or what is in the archive.
 *
 * @param deadline by which the law wants an answer
 * @param progress while it is made
 * @param archive once it was made
 * @param expiresAt until when the archive is kept
 * @param failure why there is none
 * @param downloadedAt when it was first fetched
 * @param removal why it is gone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExportView(
        ExportId id,
        ExportState state,
        Actor.Kind requestedBy,
        Regulation regulation,
        Instant requestedAt,
        Instant deadline,
        @Nullable MakingView progress,
        @Nullable ArchiveView archive,
        @Nullable Instant expiresAt,
        @Nullable ExportFailure failure,
        @Nullable Instant downloadedAt,
        @Nullable RemovalReason removal) {

    /**
     * @param done events that were looked at or written
     * @param total of them; 0 while it is not known
     */
    record MakingView(long done, long total) {}

    /**
     * @param events of the log in it
     * @param forgotten events that can no longer be read by anybody, and are counted only
     * @param sha256 of the archive
     */
    record ArchiveView(long events, long forgotten, long bytes, String sha256) {}

    /** @param making how far it is; absent where nobody began */
    static ExportView of(ExportProgress one, Archives.@Nullable Standing making) {
        ArchiveSummary made = one.archive();
        boolean preparing = one.state() == ExportState.PREPARING;
        return new ExportView(
                one.export(),
                one.state(),
                one.by().kind(),
                one.regulation(),
                one.requested(),
                one.deadline(),
                !preparing
                        ? null
                        : making == null ? new MakingView(0, 0) : new MakingView(making.done(), making.total()),
                made == null ? null : new ArchiveView(made.events(), made.forgotten(), made.bytes(), made.sha256()),
                one.expires(),
                one.failure(),
                one.downloaded(),
                one.removal());
    }
}
