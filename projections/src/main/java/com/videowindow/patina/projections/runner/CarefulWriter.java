package com.videowindow.patina.projections.runner;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes batches, and event by event one that is poisoned: the poisoned event and all that follow of its key wait aside,
 * everything else goes on. Doing it again changes nothing, so that a batch that fails half-way can be repeated.
 */
final class CarefulWriter<D> {
    private final PatientWriter<D> writer;
    private final PoisonedEvents<D> poisoned;

    CarefulWriter(PatientWriter<D> writer, PoisonedEvents<D> poisoned) {
        this.writer = writer;
        this.poisoned = poisoned;
    }

    void write(List<Positioned> events) {
        try {
            List<Positioned> free = new ArrayList<>(events);
            free.removeIf(poisoned::isLeftOut);
            free.removeIf(poisoned::waitsBehind);
            writeFree(free);
        } catch (RuntimeException e) {
            writer.troubled(e);
            throw e;
        } catch (Error e) {
            // Axon's worker would die of it in silence and keep its claim; what it says may be personal.
            IllegalStateException told =
                    new IllegalStateException("failed with " + e.getClass().getSimpleName(), e);
            writer.troubled(told);
            throw told;
        }
        writer.healed();
    }

    /** Says why nothing is written. */
    void troubled(RuntimeException why) {
        writer.troubled(why);
    }

    private void writeFree(List<Positioned> free) {
        if (free.isEmpty()) {
            return;
        }
        try {
            writer.write(free);
        } catch (RuntimeException e) {
            if (!PoisonedEvents.isPoison(e)) {
                throw e;
            }
            free.forEach(this::writeOne);
        }
    }

    private void writeOne(Positioned event) {
        if (poisoned.waitsBehind(event)) {
            return;
        }
        try {
            writer.write(List.of(event));
        } catch (RuntimeException e) {
            if (!PoisonedEvents.isPoison(e)) {
                throw e;
            }
            poisoned.add(event, e);
        }
    }
}
