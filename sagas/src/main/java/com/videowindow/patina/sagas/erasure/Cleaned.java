package com.videowindow.patina.sagas.erasure;

import com.videowindow.patina.domain.erasure.Purge;
import com.videowindow.patina.domain.erasure.Unlearning.Unlearned;
import com.videowindow.patina.sagas.model.Outdated;
import java.time.Instant;
import java.util.Map;

/**
 * What was done about a person after their keys were destroyed, and when each was.
 *
 * @param left when nobody was led to them any more
 * @param refusedUntil how long a keyed hash of who they were for the platform refuses their old messages
 * @param removed when their archives were
 * @param crowd what everybody teaches, without them, on the node that cleared
 * @param unlearned from when on that was in force
 * @param trained what becomes of the models that may have learned from them
 * @param models what became of their documents, by read model
 * @param rewritten when the files of read models were
 * @param scrubbed when the files of the key store were
 * @param renewed whether the master key was renewed with it
 */
record Cleaned(
        Instant left,
        Instant refusedUntil,
        Instant removed,
        Unlearned crowd,
        Instant unlearned,
        Outdated.Models trained,
        Map<String, Purge.Cleared> models,
        Instant rewritten,
        Instant scrubbed,
        boolean renewed) {}
