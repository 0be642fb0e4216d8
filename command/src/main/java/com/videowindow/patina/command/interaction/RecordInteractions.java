package com.videowindow.patina.command.interaction;

import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;
import java.util.List;

/**
 * Store what a person did, each message once for ever; answers one {@link Verdict} per interaction, in order. Bad ones
 * are refused alone.
 *
 * @param interactions at most {@value #MAX}
 * @param imported taken over with a data set: the past is allowed at any age
 */
public record RecordInteractions(
        SubjectId subject, List<Interaction> interactions, Instant receivedAt, boolean imported) {

    public static final int MAX = 1_000;

    public RecordInteractions {
        interactions = Check.atMost("events", MAX, interactions);
    }
}
