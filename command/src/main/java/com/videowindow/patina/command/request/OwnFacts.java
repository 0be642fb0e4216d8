package com.videowindow.patina.command.request;

import com.videowindow.patina.command.request.RequestCommand.AskRectification;
import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.Refusal;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.erasure.Leavers;
import java.util.List;

/** People say what is wrong of their own facts, or of none in particular; it needs no consent, since it is their right. */
final class OwnFacts {

    private OwnFacts() {}

    /** @throws Refused when they are being erased, or the fact is not theirs */
    static void demand(AskRectification command, Leavers leavers, PastEvents past) {
        if (leavers.isBeingErased(command.subject())) {
            throw new Refused(new Refusal.Leaving());
        }
        LogPosition of = command.of();
        if (of != null && !isOwn(command, of, past)) {
            throw new Refused(new Refusal.Malformed("position", "names nothing of yours"));
        }
    }

    private static boolean isOwn(AskRectification command, LogPosition of, PastEvents past) {
        return past.at(List.of(of)).values().stream()
                .anyMatch(event ->
                        event instanceof AboutSubject about && about.subject().equals(command.subject()));
    }
}
