package com.videowindow.patina.projections.export;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.export.ExportEvent;
import com.videowindow.patina.domain.export.ExportId;
import com.videowindow.patina.domain.export.ExportProgress;
import com.videowindow.patina.domain.export.ExportRequested;
import com.videowindow.patina.domain.export.Exports;
import com.videowindow.patina.projections.memory.Followed;
import com.videowindow.patina.projections.memory.MemoryView;
import com.videowindow.patina.projections.runner.Positioned;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Open exports in memory, those of this node at once. */
@Component
final class KnownExports implements Exports, MemoryView {
    private static final Comparator<ExportProgress> OLDEST_FIRST = Comparator.comparing(ExportProgress::requested)
            .thenComparing(one -> one.export().value());

    private final Followed<ExportId, ExportProgress> open = new Followed<>();
    private volatile boolean ready;

    @Override
    public boolean concerns(Class<?> event) {
        return ExportEvent.class.isAssignableFrom(event);
    }

    @Override
    public boolean wantsOwnAtOnce() {
        return true;
    }

    /** Takes in what is newer than what is known; what came to its end is forgotten. */
    @Override
    public void on(Positioned event) {
        ExportEvent change = (ExportEvent) event.event();
        open.take(change.export(), event, before -> {
            if (before == null && !(change instanceof ExportRequested)) {
                return null;
            }
            ExportProgress now = ExportProgress.after(before, change);
            return now.state().isOpen() ? now : null;
        });
    }

    @Override
    public void caughtUp() {
        ready = true;
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public Optional<ExportProgress> find(ExportId export) {
        return open.find(export);
    }

    @Override
    public List<ExportProgress> open() {
        return ready ? open.all().sorted(OLDEST_FIRST).toList() : List.of();
    }

    @Override
    public List<ExportProgress> of(SubjectId subject) {
        return open().stream().filter(one -> one.subject().equals(subject)).toList();
    }
}
