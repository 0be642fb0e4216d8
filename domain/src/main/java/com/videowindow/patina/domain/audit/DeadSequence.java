package com.videowindow.patina.domain.audit;

import java.util.List;

/**
 * Events of one key that a read model could not take in: the poisoned one, and those that wait behind it.
 *
 * @param sequence the key of the document that they belong to
 * @param letters how many wait
 * @param first the first of them; it is the poisoned one unless that was evicted
 * @param waiting all of them in the order of the log; only the first in a list of many keys
 */
public record DeadSequence(
        String projection, String sequence, long letters, DeadEvent first, List<DeadEvent> waiting) {}
