package com.videowindow.patina.command.recommendation;

import com.videowindow.patina.domain.audit.Fact;
import com.videowindow.patina.domain.audit.FactLog;
import com.videowindow.patina.domain.audit.Stored;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/**
 * Keeps what was served. Nothing is judged here: consent was asked when the list was made, and what was shown was shown,
 * whatever has been withdrawn since.
 */
@Component
final class ServedLists {

    private final FactLog log;

    ServedLists(FactLog log) {
        this.log = log;
    }

    @CommandHandler
    List<Stored> handle(RecordServed command) {
        return log.storeOnce(command.lists().stream().map(ServedLists::fact).toList());
    }

    private static Fact fact(RecommendationsServed served) {
        return new Fact("served", served.subject(), served.id().toString(), served.at(), served);
    }
}
