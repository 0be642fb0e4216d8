package com.videowindow.patina.domain.model;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A training that is under way.
 *
 * @param by absent where nobody asked
 * @param begun absent while no node has taken it
 * @param node which has it; absent likewise
 * @param until after which another may take it
 * @param attempts how many nodes have had it
 * @param model which came of it; absent until then
 * @param passed whether that was measured, and foretells well enough
 */
public record Training(
        TrainingId id,
        Trigger trigger,
        @Nullable SubjectId by,
        Instant asked,
        @Nullable Begun begun,
        @Nullable UUID node,
        Instant until,
        int attempts,
        @Nullable ModelVersion model,
        boolean passed) {

    /** From what it trains. */
    public record Begun(LogPosition upTo, Hyperparameters settings) {}

    static Training of(TrainingAsked asked) {
        return new Training(
                asked.training(), asked.trigger(), asked.by(), asked.at(), null, null, asked.at(), 0, null, false);
    }

    Training after(TrainingBegun event) {
        Begun from = new Begun(event.upTo(), event.settings());
        return new Training(id, trigger, by, asked, from, event.node(), event.until(), 1, model, passed);
    }

    Training after(TrainingTaken event) {
        int nodes = event.node().equals(node) ? attempts : attempts + 1;
        return new Training(id, trigger, by, asked, begun, event.node(), event.until(), nodes, model, passed);
    }

    Training with(ModelVersion trained, boolean measured) {
        return new Training(id, trigger, by, asked, begun, node, until, attempts, trained, measured);
    }

    /** Whether this run of a node has it. */
    public boolean isWith(UUID one) {
        return one.equals(node);
    }

    /** Whether nobody has it, or whoever had it is not heard of any more. */
    public boolean isFree(Instant now) {
        return node == null || now.isAfter(until);
    }
}
