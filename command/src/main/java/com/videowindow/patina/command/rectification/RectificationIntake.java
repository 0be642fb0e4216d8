package com.videowindow.patina.command.rectification;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.Refusal;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.audit.FactLog;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.audit.Stored;
import com.videowindow.patina.domain.erasure.Erasures;
import com.videowindow.patina.domain.rectification.RectificationAsked;
import com.videowindow.patina.domain.rectification.RectificationFacts;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Takes what people say of their own facts, or of none in particular; needs no consent, since it is their right. */
@Component
final class RectificationIntake {
    private final FactLog log;
    private final PastEvents past;
    private final Erasures erasures;

    RectificationIntake(FactLog log, PastEvents past, Erasures erasures) {
        this.log = log;
        this.past = past;
        this.erasures = erasures;
    }

    @CommandHandler
    Stored handle(AskRectification command) {
        RectificationAsked asked = command.asked();
        if (erasures.isLeaving(asked.subject())) {
            throw new Refused(new Refusal.Leaving());
        }
        LogPosition of = asked.of();
        if (of != null && !isOwn(asked, of)) {
            throw new Refused(new Refusal.Malformed("position", "names nothing of yours"));
        }
        return log.storeOnce(List.of(RectificationFacts.of(asked))).getFirst();
    }

    private boolean isOwn(RectificationAsked asked, LogPosition of) {
        return past.at(List.of(of)).values().stream()
                .anyMatch(event ->
                        event instanceof AboutSubject about && about.subject().equals(asked.subject()));
    }
}
