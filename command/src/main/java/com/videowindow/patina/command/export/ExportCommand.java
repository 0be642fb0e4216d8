package com.videowindow.patina.command.export;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.export.ArchiveSummary;
import com.videowindow.patina.domain.export.ExportEvent;
import com.videowindow.patina.domain.export.ExportFailure;
import com.videowindow.patina.domain.export.ExportId;
import com.videowindow.patina.domain.export.RemovalReason;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;
import com.videowindow.patina.domain.request.Arrival;
import com.videowindow.patina.domain.request.RequestKind;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** One step of one person's exports. Repeating one that was taken changes nothing and answers what stands. */
@Uses(purpose = ProcessingPurpose.RIGHTS_OF_PEOPLE, basis = LawfulBasis.LEGAL_OBLIGATION)
public sealed interface ExportCommand {
    ExportId export();

    SubjectId subject();

    @TargetAggregateIdentifier
    default String stream() {
        return ExportEvent.stream(subject());
    }

    /**
     * Ask for one.
     *
     * @param kind access or portability
     * @param arrival absent where it comes as it is entered
     * @param atMost within a day; what failed does not count
     */
    record RequestExport(
            ExportId export,
            SubjectId subject,
            Actor by,
            RequestKind kind,
            Regulation regulation,
            @Nullable Arrival arrival,
            int atMost,
            Instant at)
            implements ExportCommand {}

    /** The archive rests, and is whole. */
    record RecordMade(ExportId export, SubjectId subject, ArchiveSummary archive, Instant expires, Instant at)
            implements ExportCommand {}

    /** There will be none. */
    record RecordFailed(ExportId export, SubjectId subject, ExportFailure why, Instant at) implements ExportCommand {}

    /** The archive is being fetched. */
    record RecordDownloaded(ExportId export, SubjectId subject, Instant at) implements ExportCommand {}

    /** The archive is gone, or what was begun of it. */
    record RecordRemoved(ExportId export, SubjectId subject, RemovalReason why, Instant at) implements ExportCommand {}
}
