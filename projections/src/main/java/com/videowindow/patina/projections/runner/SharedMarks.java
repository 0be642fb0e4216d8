package com.videowindow.patina.projections.runner;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.projections.store.Document;
import com.videowindow.patina.projections.store.Documents;
import com.videowindow.patina.projections.store.Indices;
import com.videowindow.patina.projections.store.ReadSide;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells other nodes how far the segments of this one have come, and hears the same of them, through one small document
 * per segment: whoever waits for a position may do so on any node. Tokens would not do: they are stored per batch, so
 * that they stand still while events are passed over.
 */
@Component
final class SharedMarks implements SmartLifecycle {
    private static final String NAME = "patina-watermarks";
    private static final Duration EVERY = Duration.ofMillis(200);

    private final ProjectionDirectory projections;
    private final Documents<Mark> documents;
    private final Indices indices;
    private final ReadSide readSide;
    private final Map<String, Long> told = new HashMap<>();
    private @Nullable Routine routine;

    SharedMarks(ProjectionDirectory projections, ReadSide readSide, Indices indices) {
        this.projections = projections;
        this.readSide = readSide;
        this.indices = indices;
        this.documents = new Documents<>(readSide, Mark.class);
    }

    /** What a segment is. */
    record Mark(String projection, int segment) {}

    private void exchange() {
        try {
            tell();
            hear();
        } catch (ReadModelUnavailable e) {
            indices.doubt(NAME);
            told.clear();
        }
    }

    private void tell() {
        Map<String, Document<Mark>> news = new HashMap<>();
        for (LiveProjection<?> projection : projections.all()) {
            projection.watermarks().here().forEach((segment, mark) -> {
                Mark what = new Mark(projection.model().name(), segment);
                long position = mark.position();
                if (position > told.getOrDefault(key(what), LogPosition.START.value())) {
                    news.put(key(what), new Document<>(position, what));
                }
            });
        }
        if (!news.isEmpty()) {
            indices.ensure(NAME);
            documents.store(NAME, true, news);
            news.forEach((key, document) -> told.put(key, document.position()));
        }
    }

    private void hear() {
        List<Mark> wanted = projections.all().stream()
                .flatMap(projection -> projection.watermarks().missing().stream()
                        .map(segment -> new Mark(projection.model().name(), segment)))
                .toList();
        if (wanted.isEmpty() || !readSide.isUp()) {
            return;
        }
        indices.ensure(NAME);
        documents
                .current(NAME, wanted.stream().map(SharedMarks::key).toList())
                .values()
                .forEach(this::pass);
    }

    private void pass(Document<Mark> heard) {
        Mark what = heard.body();
        if (what != null) {
            projections.named(what.projection).ifPresent(one -> one.watermarks().heard(what.segment, heard.position()));
        }
    }

    private static String key(Mark mark) {
        return mark.projection + ":" + mark.segment;
    }

    @Override
    public void start() {
        routine = Routine.every(EVERY, "shared-marks", this::exchange);
    }

    @Override
    public void stop() {
        if (routine != null) {
            routine.stop();
            routine = null;
        }
    }

    @Override
    public boolean isRunning() {
        return routine != null;
    }

    /** With the projections. */
    @Override
    public int getPhase() {
        return 0;
    }
}
