package com.videowindow.patina.sagas.export;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.export.ExportId;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * What was found about a person, before it is read.
 *
 * @param through the end of the log up to which it was looked for
 * @param named what the second count found
 * @param events tells what was read of the first
 */
record Gathered(
        ExportId export,
        SubjectId subject,
        Instant at,
        LogPosition through,
        List<Part> parts,
        SortedMap<LogPosition, String> named,
        PersonalEvents events) {

    /** Once everything was read. What no index led to may be forgotten too, and then nobody can show it. */
    Census census() {
        events.lookFor(named.keySet());
        return new Census(named, events.read(), events.forgotten());
    }
}
