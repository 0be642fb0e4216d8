package com.videowindow.patina.eventlog.privacy;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.eventlog.privacy.PayloadKeys.Sealed;
import com.videowindow.patina.eventlog.privacy.PayloadKeys.Sealing;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the log has of a person, as it rests there. */
public interface SealedFacts {

    /** One, and its place. */
    record At(LogPosition position, Sealed fact) {}

    /** All of them up to there, in order. Reads the whole log: some hundred thousand events a second. */
    List<At> about(SubjectId subject, LogPosition through);

    /**
     * What these say, sealed with another key, by their keys in the log; without those that are forgotten.
     *
     * @throws IllegalStateException when one was altered, so that nobody can say what to keep
     */
    Map<String, byte[]> sealedAgain(Collection<String> events, Sealing with);
}
