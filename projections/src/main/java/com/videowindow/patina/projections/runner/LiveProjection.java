package com.videowindow.patina.projections.runner;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.ProjectionStatus.Layout;
import com.videowindow.patina.domain.audit.UnknownEvent;
import com.videowindow.patina.projections.store.Documents;
import com.videowindow.patina.projections.store.Indices;
import com.videowindow.patina.projections.store.ReadSide;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One read model that follows the log on this node: what runs it, and how far it has come. */
public final class LiveProjection<D> {
    private static final Logger log = LoggerFactory.getLogger(LiveProjection.class);

    private final ReadModel<D> model;
    private final Fold<D> fold;
    private final PoisonedEvents<D> poisoned;
    private final Indices indices;
    private final ProjectionSettings settings;
    private final Timer timer;
    private final Watermarks watermarks = new Watermarks();
    private volatile @Nullable Running<D> running;
    private volatile @Nullable String unknown;
    private volatile long endMet;
    private volatile boolean hadIndex;
    private volatile boolean lostItsDocuments;
    private volatile @Nullable Layout layout;

    LiveProjection(
            ReadModel<D> model,
            ReadSide readSide,
            Indices indices,
            ProjectionSettings settings,
            PoisonedEvents.Letters letters,
            MeterRegistry meters) {
        this.model = model;
        this.fold = new Fold<>(model, new Documents<>(readSide, model.body()));
        this.poisoned = new PoisonedEvents<>(model, fold, letters, meters);
        this.indices = indices;
        this.settings = settings;
        this.timer = meters.timer("patina.projection.bulk", "projection", model.name());
    }

    private record Running<D>(
            PooledStreamingEventProcessor processor,
            PatientWriter<D> writer,
            ScheduledExecutorService workers,
            ScheduledExecutorService coordinator) {}

    public ReadModel<D> model() {
        return model;
    }

    /** The same folding, for a rebuild. */
    public Fold<D> fold() {
        return fold;
    }

    /** What it could not take in. */
    public PoisonedEvents<D> poisoned() {
        return poisoned;
    }

    Watermarks watermarks() {
        return watermarks;
    }

    /** Everything up to here is in the read model, on whichever nodes its segments are. */
    public LogPosition position() {
        return watermarks.position();
    }

    public int segments() {
        return watermarks.held();
    }

    public boolean await(LogPosition position, Duration atMost) {
        return watermarks.await(position, atMost);
    }

    /** Makes the index where there is none. Where events had been written before, they were in one that is gone. */
    void ensureIndex() {
        boolean hadDocuments = hadIndex || watermarks.resumed();
        if (indices.ensure(model.name()) && hadDocuments) {
            lostItsDocuments = true;
        }
        hadIndex = true;
    }

    /** Whether its documents have to be rebuilt, since Elasticsearch came back without them; asked once. */
    public boolean takeLoss() {
        boolean lost = lostItsDocuments;
        lostItsDocuments = false;
        return lost;
    }

    /** How its index is laid out; absent until it was looked at. */
    public @Nullable Layout layout() {
        return layout;
    }

    /** Looks at its index until it has the layout of this program. @return names the index, where it has another */
    public Optional<String> lookAtLayout() {
        if (layout == Layout.CURRENT || !hadIndex) {
            return Optional.empty();
        }
        Optional<String> outdated = indices.outdated(model.name());
        layout = outdated.isPresent() ? Layout.OUTDATED : Layout.CURRENT;
        return outdated;
    }

    public boolean isRunning() {
        Running<D> now = running;
        return now != null && now.processor.isRunning();
    }

    /** Why it stands still; absent while it does not. */
    public @Nullable String trouble() {
        Running<D> now = running;
        if (unknown != null) {
            return unknown;
        }
        if (now == null) {
            return "not started yet";
        }
        String trouble = now.writer.trouble();
        return trouble == null && now.processor.isError() ? "the log cannot be read" : trouble;
    }

    /** Whether it met an event of unknown type, so that this version of the program can never go on. */
    public boolean isAtItsEnd() {
        return unknown != null;
    }

    private void endsBefore(LogPosition position, UnknownEvent why) {
        if (unknown == null) {
            String told = "stopped before position " + position.value() + ": " + why.getMessage();
            log.error("Projection {} {}; start a version that does", model.name(), told);
            endMet = System.nanoTime();
            unknown = told;
        }
    }

    /**
     * When all before its end is written: nodes of a newer version may then go on with its segments. One that was just
     * claimed, or is about to be, has not been offered what comes before.
     */
    void stopAtItsEnd() {
        Running<D> now = running;
        boolean claimed = watermarks.missing().isEmpty() || System.nanoTime() - endMet > claiming();
        if (now != null && claimed && watermarks.level() && now.writer.trouble() == null) {
            stop();
        }
    }

    /** In which a node claims what nobody else has, in nanoseconds. */
    private long claiming() {
        return settings.claimInterval().multipliedBy(3).toNanos();
    }

    /** Whether this node alone writes it, and can. */
    public boolean isWhollyHere() {
        return watermarks.missing().isEmpty() && isRunning() && trouble() == null;
    }

    boolean lostTheLog() {
        Running<D> now = running;
        return now != null && now.processor.isError();
    }

    synchronized void start(StreamableMessageSource<TrackedEventMessage<?>> source, TokenStore tokens) {
        int segments = settings.segmentsOf(model.name());
        PatientWriter<D> writer =
                new PatientWriter<>(model, fold, indices, this::ensureIndex, settings.retryPause(), timer);
        ScheduledExecutorService workers = threads(segments, "worker");
        ScheduledExecutorService coordinator = threads(1, "coordinator");
        PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
                .name(model.name())
                .eventHandlerInvoker(new DocumentProjection<>(model, new CarefulWriter<>(writer, poisoned), watermarks))
                .messageSource(new ReadableEvents(source, model::concerns, this::endsBefore))
                .tokenStore(new ClaimNoticingTokens(tokens, watermarks, () -> forget(writer)))
                .transactionManager(NoTransactionManager.INSTANCE)
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                .initialSegmentCount(segments)
                .initialToken(StreamableMessageSource::createTailToken)
                .tokenClaimInterval(settings.claimInterval().toMillis())
                .batchSize(settings.batchSize())
                .enableCoordinatorClaimExtension()
                .build();
        running = new Running<>(processor, writer, workers, coordinator);
        processor.start();
    }

    /** From a claim on, whoever had the segment may have written documents and letters. */
    private void forget(PatientWriter<D> writer) {
        writer.forgetOwn();
        poisoned.forget();
    }

    synchronized void stop() {
        Running<D> now = running;
        if (now == null) {
            return;
        }
        running = null;
        now.writer.stop();
        now.processor.shutDown();
        now.workers.shutdownNow();
        now.coordinator.shutdownNow();
    }

    private ScheduledExecutorService threads(int number, String role) {
        return Executors.newScheduledThreadPool(
                number,
                Thread.ofPlatform()
                        .daemon()
                        .name(model.name() + "-" + role + "-", 0)
                        .factory());
    }
}
