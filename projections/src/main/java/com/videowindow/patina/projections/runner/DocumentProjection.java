package com.videowindow.patina.projections.runner;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Runs one read model inside Axon's streaming processor. Events of a batch are gathered while Axon hands them over one by
 * one, and written with the last of them: still inside the batch's unit of work, whose commit stores the token. So the
 * token never gets ahead of the documents, and a batch that cannot be written is never passed over.
 */
final class DocumentProjection<D> implements EventHandlerInvoker {
    private static final String GATHERED = DocumentProjection.class.getName();

    private final ReadModel<D> model;
    private final CarefulWriter<D> writer;
    private final Watermarks watermarks;

    DocumentProjection(ReadModel<D> model, CarefulWriter<D> writer, Watermarks watermarks) {
        this.model = model;
        this.writer = writer;
        this.watermarks = watermarks;
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        TrackedEventMessage<?> tracked = (TrackedEventMessage<?>) message;
        boolean ours = understood(tracked, segment);
        watermarks.offered(segment.getSegmentId(), Positioned.position(tracked.trackingToken()), ours);
        return ours;
    }

    /** What cannot be read, since this version does not know its type, stops the projection; it should say so. */
    private boolean understood(TrackedEventMessage<?> message, Segment segment) {
        try {
            return belongsTo(message, segment);
        } catch (RuntimeException e) {
            writer.troubled(e);
            throw e;
        }
    }

    private boolean belongsTo(TrackedEventMessage<?> message, Segment segment) {
        if (!model.concerns(message.getPayloadType())) {
            return false;
        }
        Positioned event = Positioned.of(message);
        String key = event == null ? null : model.key(event.event(), event.position());
        return key != null && segment.matches(key.hashCode());
    }

    /** Every event must be offered, also those that are passed over: the watermarks count on it. */
    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        UnitOfWork<?> batch = CurrentUnitOfWork.get();
        List<Positioned> gathered = batch.root().getOrComputeResource(GATHERED, ignored -> new ArrayList<>());
        Positioned event = Positioned.of((TrackedEventMessage<?>) message);
        if (event != null) {
            gathered.add(event);
        }
        if (isLast(batch)) {
            write(gathered, segment);
        }
    }

    private static boolean isLast(UnitOfWork<?> batch) {
        return !(batch instanceof BatchingUnitOfWork<?> many) || many.isLastMessage();
    }

    private void write(List<Positioned> events, Segment segment) {
        if (events.isEmpty()) {
            return;
        }
        writer.write(events);
        watermarks.written(segment.getSegmentId(), events.getLast().position());
    }

    @Override
    public boolean supportsReset() {
        return true;
    }

    @Override
    public <R> void performReset(@Nullable R resetContext) {}
}
