package com.videowindow.patina.projections.release;

import com.videowindow.patina.domain.release.ReleaseEvent;
import com.videowindow.patina.domain.release.ReleaseId;
import com.videowindow.patina.domain.release.ReleaseProgress;
import com.videowindow.patina.domain.release.Releases;
import com.videowindow.patina.projections.memory.Followed;
import com.videowindow.patina.projections.memory.MemoryView;
import com.videowindow.patina.projections.runner.Positioned;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Releases that were asked for in the last weeks, of this node at once: few, since each takes two officers. */
@Component
final class KnownReleases implements Releases, MemoryView {
    private static final Duration KEPT = Duration.ofDays(30);

    private final Followed<ReleaseId, ReleaseProgress> known = new Followed<>();

    @Override
    public boolean concerns(Class<?> event) {
        return ReleaseEvent.class.isAssignableFrom(event);
    }

    @Override
    public boolean wantsOwnAtOnce() {
        return true;
    }

    @Override
    public void on(Positioned event) {
        ReleaseEvent step = (ReleaseEvent) event.event();
        known.take(step.release(), event, before -> ReleaseProgress.after(before, step));
        Instant old = step.at().minus(KEPT);
        known.removeIf(each -> each.asked().isBefore(old));
    }

    @Override
    public Optional<ReleaseProgress> find(ReleaseId release) {
        return known.find(release);
    }

    @Override
    public List<ReleaseProgress> all() {
        return known.all()
                .sorted(Comparator.comparing(ReleaseProgress::asked).reversed())
                .toList();
    }
}
