package com.videowindow.patina.command.opendsr;

import com.videowindow.patina.domain.audit.FactLog;
import com.videowindow.patina.domain.audit.Stored;
import com.videowindow.patina.domain.opendsr.OpenDsrFacts;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Keeps each step as a stream of its own, named by the sender's id: what comes twice stands there once. */
@Component
final class OpenDsrIntake {
    private final FactLog log;

    OpenDsrIntake(FactLog log) {
        this.log = log;
    }

    @CommandHandler
    Stored handle(RecordOpenDsr command) {
        return log.storeOnce(List.of(OpenDsrFacts.of(command.event()))).getFirst();
    }
}
