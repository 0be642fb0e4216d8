package com.videowindow.patina.command.report;

import com.videowindow.patina.domain.audit.FactLog;
import com.videowindow.patina.domain.audit.Stored;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Keeps figures as facts: those that come twice stand there once. */
@Component
final class FiguresIntake {
    private final FactLog log;

    FiguresIntake(FactLog log) {
        this.log = log;
    }

    @CommandHandler
    Stored handle(RecordFigures command) {
        return log.storeOnce(List.of(command.figures().fact())).getFirst();
    }
}
