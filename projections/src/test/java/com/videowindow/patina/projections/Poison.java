package com.videowindow.patina.projections;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import com.videowindow.patina.projections.runner.ReadModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A read model with a defect: it fails over some events until it is mended. */
final class Poison implements ReadModel<Poison.Liked> {
    private static final int TOO_LONG = 40_000;

    private final Set<String> poisonous = ConcurrentHashMap.newKeySet();
    private final Set<String> swelling = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Error breaking;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private final AtomicInteger applied = new AtomicInteger();

    /** What somebody gave feedback on, in order. */
    record Liked(List<String> contents) {}

    void failOver(FeedbackGiven event) {
        poisonous.add(event.message().value());
    }

    /** Makes documents over this event that Elasticsearch refuses: no term may be so long. */
    void swellOver(FeedbackGiven event) {
        swelling.add(event.message().value());
    }

    /** Fails over everything, in a way that no program is prepared for. */
    void breakWith(Error error) {
        breaking = error;
    }

    void mend() {
        poisonous.clear();
        swelling.clear();
        breaking = null;
    }

    /** From now on events are taken in only when the gate opens. */
    CountDownLatch holdBack() {
        applied.set(0);
        gate = new CountDownLatch(1);
        return gate;
    }

    /** How often an event came up to the gate since it was closed. */
    int applied() {
        return applied.get();
    }

    private void passGate() {
        applied.incrementAndGet();
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return "likes-of-people";
    }

    @Override
    public Class<Liked> body() {
        return Liked.class;
    }

    @Override
    public boolean isPersonal() {
        return false;
    }

    @Override
    public boolean concerns(Class<?> event) {
        return event == FeedbackGiven.class;
    }

    @Override
    public @Nullable String key(DomainEvent event, LogPosition position) {
        return event instanceof FeedbackGiven given ? given.subject().toString() : null;
    }

    @Override
    public @Nullable Liked apply(@Nullable Liked body, DomainEvent event, LogPosition position) {
        passGate();
        Error error = breaking;
        if (error != null) {
            throw error;
        }
        FeedbackGiven given = (FeedbackGiven) event;
        if (poisonous.contains(given.message().value())) {
            throw new IllegalStateException("cannot be: " + given.subject());
        }
        List<String> contents = new ArrayList<>(body == null ? List.of() : body.contents());
        String message = given.message().value();
        contents.add(swelling.contains(message) ? message + "x".repeat(TOO_LONG) : message);
        return new Liked(List.copyOf(contents));
    }
}
