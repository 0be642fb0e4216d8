package com.videowindow.patina.command.interaction;

import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.UnderConsent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Store what a person did, each message once for ever; answers one {@link Verdict} per interaction, in order. Bad ones
 * are refused alone.
 *
 * @param interactions at most {@value #MAX}
 * @param imported taken over with a data set: the past is allowed at any age
 * @param since what happened before was another's, who was erased; absent where nobody was
 */
public record RecordInteractions(
        SubjectId subject,
        List<Interaction> interactions,
        Instant receivedAt,
        boolean imported,
        @Nullable Instant since)
        implements UnderConsent {

    public static final int MAX = 1_000;

    public RecordInteractions {
        interactions = Check.atMost("events", MAX, interactions);
    }

    /** Of somebody who was nobody else before. */
    public RecordInteractions(SubjectId subject, List<Interaction> interactions, Instant receivedAt, boolean imported) {
        this(subject, interactions, receivedAt, imported, null);
    }
}
