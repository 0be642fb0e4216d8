package com.videowindow.patina.projections.nearest;

import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.model.ModelLines;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.model.TrainedModel;
import com.videowindow.patina.learning.recommender.CollaborativeModel;
import com.videowindow.patina.projections.memory.MemoryView;
import com.videowindow.patina.projections.runner.Positioned;
import com.videowindow.patina.projections.runner.Routine;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import com.videowindow.patina.query.catalog.LiveCatalog;
import com.videowindow.patina.query.recommendation.Models;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sees to it that the model in force has an index of its factors, and that no index outlives its model. It goes on where it was
 * broken off: items are written in their order, so that their number says which are there. Several nodes may write the same one,
 * and write the same. What was in force stays indexed as long as its model may be gone back to.
 *
 * <p>Where memory alone is asked nothing is written, and what there was of before still goes with its model.
 */
@Component
final class FactorIndexing implements MemoryView {
    private static final Logger log = LoggerFactory.getLogger(FactorIndexing.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration SWEEP = Duration.ofMinutes(1);
    private static final int AT_ONCE = 500;
    /** A model that this node has not heard of may be one that another is writing already, or one that is long gone. */
    private static final long STRANGE = Duration.ofHours(1).toNanos();

    private final NearestSettings settings;
    private final FactorIndex index;
    private final Models models;
    private final ModelLines lines;
    private final LiveCatalog catalog;
    private final Map<String, Long> strange = new HashMap<>();
    private @Nullable Routine routine;
    private boolean stopped;

    FactorIndexing(NearestSettings settings, FactorIndex index, Models models, ModelLines lines, LiveCatalog catalog) {
        this.settings = settings;
        this.index = index;
        this.models = models;
        this.lines = lines;
        this.catalog = catalog;
    }

    @Override
    public boolean concerns(Class<?> event) {
        return false;
    }

    @Override
    public void on(Positioned event) {}

    @Override
    public synchronized void caughtUp() {
        if (!stopped) {
            boolean writes = settings.nearest() == NearestSettings.Where.ELASTICSEARCH;
            routine = Routine.aside(writes ? LOOK : SWEEP, "factors", () -> look(writes));
        }
    }

    @Override
    public synchronized void stop() {
        stopped = true;
        if (routine != null) {
            routine.stop();
        }
    }

    /** What fails is tried again by the next look. */
    private void look(boolean writes) {
        try {
            sweep();
            if (writes) {
                models.current().ifPresent(this::index);
            }
        } catch (ReadModelUnavailable away) {
            log.debug("Indices of factors cannot be looked after now: {}", away.getMessage());
        }
    }

    private void sweep() {
        Set<String> living = names(lines.now().living());
        Set<String> known = names(lines.now().models());
        Set<String> unknown = new HashSet<>();
        for (String each : index.all()) {
            if (living.contains(each)) {
                continue;
            }
            unknown.add(each);
            long since = strange.computeIfAbsent(each, name -> System.nanoTime());
            if (known.contains(each) || System.nanoTime() - since > STRANGE) {
                index.delete(each);
                log.info("The index {} went with its model", each);
            }
        }
        strange.keySet().retainAll(unknown);
    }

    private static Set<String> names(List<TrainedModel> models) {
        return models.stream().map(model -> FactorIndex.name(model.version())).collect(Collectors.toSet());
    }

    private void index(Models.Serving serving) {
        ModelVersion version = serving.version();
        CollaborativeModel model = serving.model();
        if (model.dimensions() > FactorIndex.MOST_DIMENSIONS || index.isWhole(version)) {
            return;
        }
        index.create(version, model.dimensions());
        write(version, model);
        if (index.count(version) == model.items().size() && index.isMerged(version)) {
            index.show(version);
            log.info(
                    "The factors of the model {} are indexed: {} items",
                    version,
                    model.items().size());
        }
    }

    /** From where it is not sure that all is there. */
    private void write(ModelVersion version, CollaborativeModel model) {
        CatalogSnapshot shown = catalog.snapshot();
        int items = model.items().size();
        int there = (int) index.count(version);
        for (int from = there == items ? items : there / AT_ONCE * AT_ONCE; from < items && isWanted(version); ) {
            int to = Math.min(items, from + AT_ONCE);
            List<BulkOperation> operations = new ArrayList<>();
            for (int item = from; item < to; item++) {
                operations.add(operation(version, model, item, shown));
            }
            index.write(operations);
            from = to;
        }
    }

    private synchronized boolean isWanted(ModelVersion version) {
        return !stopped && lines.now().isInForce(version);
    }

    private static BulkOperation operation(
            ModelVersion version, CollaborativeModel model, int item, CatalogSnapshot shown) {
        ContentId content = model.items().get(item);
        return BulkOperation.of(operation -> operation.index(one -> one.index(FactorIndex.name(version))
                .id(content.value())
                .document(document(model.vector(item), content, shown))));
    }

    private static Map<String, Object> document(float[] vector, ContentId content, CatalogSnapshot shown) {
        Map<String, Object> document = new HashMap<>();
        document.put(FactorIndex.FACTORS, vector);
        document.put(FactorIndex.CONTENT, content.value());
        int number = shown.numberOf(content);
        if (number >= 0) {
            document.put(
                    FactorIndex.FACETS,
                    Arrays.stream(shown.facetsOf(number))
                            .mapToObj(facet -> shown.facet(facet).toString())
                            .toList());
            String language = shown.languageOf(number);
            if (language != null) {
                document.put(FactorIndex.LANGUAGE, language);
            }
        }
        return document;
    }
}
