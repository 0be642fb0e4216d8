package com.videowindow.patina.projections.model;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.erasure.SubjectErased;
import com.videowindow.patina.domain.model.ModelEvent;
import com.videowindow.patina.domain.model.ModelLine;
import com.videowindow.patina.domain.model.ModelLines;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.model.TrainedModel;
import com.videowindow.patina.domain.part.PartForgotten;
import com.videowindow.patina.projections.memory.MemoryView;
import com.videowindow.patina.projections.runner.Positioned;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.stereotype.Component;

/** The models in memory, and when people left whom those that are remembered may have learned from. */
@Component
final class KnownModels implements ModelLines, MemoryView {
    /** By where the log says that somebody's keys are gone; none of before all models that are remembered. */
    private final ConcurrentNavigableMap<LogPosition, Instant> departures = new ConcurrentSkipListMap<>();

    private volatile ModelLine now = ModelLine.NONE;
    private volatile boolean ready;

    @Override
    public boolean concerns(Class<?> event) {
        return ModelEvent.class.isAssignableFrom(event) || event == SubjectErased.class || event == PartForgotten.class;
    }

    @Override
    public void on(Positioned event) {
        if (event.event() instanceof ModelEvent step) {
            now = now.after(step);
            oldest().ifPresentOrElse(upTo -> departures.headMap(upTo).clear(), departures::clear);
        } else if (!now.models().isEmpty() || now.open().isPresent()) {
            departures.put(event.position(), event.event().at());
        }
    }

    /** Up to where any that is remembered was trained; what is being trained is from all that was heard. */
    private Optional<LogPosition> oldest() {
        Optional<LogPosition> oldest =
                now.models().stream().map(model -> model.lineage().upTo()).min(LogPosition::compareTo);
        return oldest.isEmpty() && now.open().isPresent() ? Optional.of(LogPosition.START) : oldest;
    }

    @Override
    public Optional<Instant> leftSince(LogPosition upTo) {
        return departures.tailMap(upTo, false).values().stream().min(Instant::compareTo);
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
    public ModelLine now() {
        return now;
    }

    /** Whether it may serve. */
    boolean isLiving(ModelVersion version) {
        return now.find(version).filter(TrainedModel::isLiving).isPresent();
    }
}
