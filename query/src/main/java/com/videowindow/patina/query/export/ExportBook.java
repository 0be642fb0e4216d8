package com.videowindow.patina.query.export;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.export.ExportId;
import com.videowindow.patina.domain.export.ExportProgress;
import com.videowindow.patina.domain.export.ExportState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where exports are written down. */
public interface ExportBook {
    Optional<ExportProgress> find(ExportId export);

    /** Newest first; {@code cursor} is the {@code next} of the page before; of everybody where no subject is named. */
    ExportPage page(@Nullable SubjectId subject, @Nullable ExportState state, @Nullable String cursor, int limit);
}
