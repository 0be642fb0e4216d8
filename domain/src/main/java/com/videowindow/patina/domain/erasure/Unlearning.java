package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.model.ModelVersion;
import java.time.Duration;

/** Learns anew, on this node, what everybody teaches for everybody: what was learned from somebody cannot be taken out of it. */
public interface Unlearning {
    /**
     * Within what time a node begins to learn without whoever left, of its own accord: two trainings lie half a minute apart,
     * and people of whom a part was just hidden are waited for as long.
     */
    Duration BEGINS_WITHIN = Duration.ofMinutes(1);

    /**
     * What is in force.
     *
     * @param before whose place it took
     */
    record Unlearned(ModelVersion before, ModelVersion now) {}

    /**
     * Sees to it that what is in force was learned from those who are still to be heard; where it was already, nothing is
     * done.
     *
     * @param through up to where this node must have heard the log
     * @throws Purge.NotYet when it has to be tried again later
     */
    Unlearned unlearn(LogPosition through);
}
