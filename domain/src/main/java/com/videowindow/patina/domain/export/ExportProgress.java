package com.videowindow.patina.domain.export;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.request.Arrival;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One export as it stands, folded from its events.
 *
 * @param by who asked for it
 * @param deadline by which the law wants an answer
 * @param arrival how it came; absent where that was not told
 * @param archive once it was made, also after it is gone
 * @param expires until when it is, or was to be, kept
 * @param failure why there is none
 * @param downloaded when it was first fetched
 * @param removal why it is gone
 * @param changed when it came to stand like this
 */
public record ExportProgress(
        ExportId export,
        SubjectId subject,
        ExportState state,
        Actor by,
        Regulation regulation,
        Instant requested,
        Instant deadline,
        @Nullable Arrival arrival,
        @Nullable ArchiveSummary archive,
        @Nullable Instant expires,
        @Nullable ExportFailure failure,
        @Nullable Instant downloaded,
        @Nullable RemovalReason removal,
        Instant changed) {

    /** @param before absent where the event is the first of this export */
    public static ExportProgress after(@Nullable ExportProgress before, ExportEvent event) {
        if (event instanceof ExportRequested asked) {
            return new ExportProgress(
                    asked.export(),
                    asked.subject(),
                    ExportState.PREPARING,
                    asked.by(),
                    asked.regulation(),
                    asked.at(),
                    asked.deadline(),
                    asked.arrival(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    asked.at());
        }
        if (before == null || !before.export().equals(event.export())) {
            throw new IllegalStateException("an export begins with a request");
        }
        return before.then(event);
    }

    private ExportProgress then(ExportEvent event) {
        Instant at = event.at();
        return switch (event) {
            case ExportRequested again -> this;
            case ExportMade made -> with(ExportState.READY, made.archive(), made.expires(), null, null, null, at);
            case ExportFailed failed ->
                with(ExportState.FAILED, archive, expires, failed.why(), downloaded, removal, at);
            case ExportDownloaded fetched -> with(state, archive, expires, failure, at, removal, changed);
            case ExportRemoved gone ->
                with(
                        gone.why() == RemovalReason.EXPIRED ? ExportState.EXPIRED : ExportState.DELETED,
                        archive,
                        expires,
                        failure,
                        downloaded,
                        gone.why(),
                        at);
        };
    }

    private ExportProgress with(
            ExportState now,
            @Nullable ArchiveSummary made,
            @Nullable Instant until,
            @Nullable ExportFailure failed,
            @Nullable Instant fetched,
            @Nullable RemovalReason removed,
            Instant at) {
        return new ExportProgress(
                export,
                subject,
                now,
                by,
                regulation,
                requested,
                deadline,
                arrival,
                made,
                until,
                failed,
                fetched,
                removed,
                at);
    }
}
