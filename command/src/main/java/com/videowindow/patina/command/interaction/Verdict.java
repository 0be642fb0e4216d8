package com.videowindow.patina.command.interaction;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.Refusal;

/** What became of one interaction. */
public sealed interface Verdict {

    /** It is in the log, now or since before. */
    record Accepted(LogPosition position, boolean duplicate) implements Verdict {}

    /** It is not in the log, and sending it again as it is will not help. */
    record Rejected(Refusal refusal) implements Verdict {}
}
