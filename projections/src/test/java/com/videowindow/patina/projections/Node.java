package com.videowindow.patina.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.DeadLetters;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.audit.ProjectionProgress;
import com.videowindow.patina.domain.erasure.Fences;
import com.videowindow.patina.domain.model.ModelStore;
import com.videowindow.patina.domain.retention.Periods;
import com.videowindow.patina.projections.memory.MemoryView;
import com.videowindow.patina.projections.runner.ProjectionDirectory;
import com.videowindow.patina.projections.runner.ReadModel;
import com.videowindow.patina.projections.store.ReadSide;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** One node with all read models, as the container wires them, on a log and an Elasticsearch. */
final class Node implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final OpenLog log;

    private Node(
            OpenLog log,
            URI elasticsearch,
            Map<String, Object> settings,
            List<ReadModel<?>> more,
            List<MemoryView> views) {
        this.log = log;
        Map<String, Object> all = new HashMap<>(Map.of("patina.projections.care", "100ms"));
        all.putAll(settings);
        all.put("patina.elasticsearch.uri", elasticsearch.toString());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", all));
        context.registerBean(EventStore.class, log::store);
        context.registerBean(TokenStore.class, log::tokens);
        context.registerBean(LogInspection.class, () -> log);
        context.registerBean(PastEvents.class, log::past);
        context.registerBean(DeadLetters.class, () -> log.deadLetters());
        context.registerBean(Fences.class, () -> log.fences());
        context.registerBean(ModelStore.class, () -> log.models());
        context.registerBean(Periods.class, () -> log.periods());
        context.registerBean(DeadLetterQueues.class, () -> new DeadLetterQueues(log));
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        more.forEach(model -> context.registerBean(model.name(), ReadModel.class, () -> model));
        for (int i = 0; i < views.size(); i++) {
            MemoryView view = views.get(i);
            context.registerBean("view-" + i, MemoryView.class, () -> view);
        }
        context.scan("com.videowindow.patina.projections");
        context.refresh();
    }

    static Node on(OpenLog log, URI elasticsearch) {
        return on(log, elasticsearch, Map.of());
    }

    static Node on(OpenLog log, URI elasticsearch, Map<String, Object> settings) {
        return new Node(log, elasticsearch, settings, List.of(), List.of());
    }

    /** With one more read model. */
    static Node on(OpenLog log, URI elasticsearch, ReadModel<?> more) {
        return new Node(log, elasticsearch, Map.of(), List.of(more), List.of());
    }

    /** With these in memory, before all others. */
    static Node on(OpenLog log, URI elasticsearch, List<MemoryView> views) {
        return new Node(log, elasticsearch, Map.of(), List.of(), views);
    }

    <T> T the(Class<T> port) {
        return context.getBean(port);
    }

    Set<String> names() {
        return Set.copyOf(the(ProjectionDirectory.class).all().stream()
                .map(one -> one.model().name())
                .toList());
    }

    /** Waits until every read model and memory have seen the whole log. */
    Node caughtUp() {
        return caughtUp(PATIENCE);
    }

    /** The same of a long log. */
    Node caughtUp(Duration patience) {
        LogPosition head = log.head();
        Set<String> all = new HashSet<>(names());
        all.add("memory");
        assertThat(the(ProjectionProgress.class).await(all, head, patience))
                .as("caught up to %s: %s", head, the(ProjectionProgress.class).all())
                .isTrue();
        // What had nothing to write gets its index a moment after it started.
        await().atMost(PATIENCE).until(() -> names().stream().allMatch(name -> Elastic.has(the(ReadSide.class), name)));
        return this;
    }

    /** All documents of a read model by key, as JSON. */
    Map<String, String> documents(String index) {
        return Elastic.documents(the(ReadSide.class), index);
    }

    List<String> indices() {
        return Elastic.indices(the(ReadSide.class));
    }

    @Override
    public void close() {
        context.close();
    }
}
