package com.videowindow.patina.sagas.erasure;

import com.videowindow.patina.domain.erasure.Purge;
import java.time.Instant;
import java.util.Map;

/**
 * What was found when everything was looked through again, as certificates say it.
 *
 * @param events that the log has about it, each of which was tried to be read
 * @param readableEvents that still say something
 * @param documents that are left, by store
 */
public record Scan(int events, long readableEvents, Map<String, Long> documents, Instant at) {

    /**
     * Nothing is certified while anything is left.
     *
     * @throws Purge.NotYet when it has to be looked again
     */
    public void demandNothing(String of) {
        if (readableEvents > 0 || documents.values().stream().anyMatch(count -> count > 0)) {
            throw new Purge.NotYet("something of a " + of + " is still there");
        }
    }
}
