package com.videowindow.patina.command.lookup;

import com.videowindow.patina.domain.audit.Fact;
import com.videowindow.patina.domain.audit.FactLog;
import com.videowindow.patina.domain.audit.Stored;
import com.videowindow.patina.domain.lookup.LookedUp;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Keeps each look-up as a stream of its own: they have no order to keep among each other. */
@Component
final class LookupIntake {
    private final FactLog log;

    LookupIntake(FactLog log) {
        this.log = log;
    }

    @CommandHandler
    Stored handle(RecordLookup command) {
        LookedUp lookup = command.lookup();
        Fact fact = new Fact("lookup", lookup.by().id(), lookup.lookup().toString(), lookup.at(), lookup);
        return log.storeOnce(List.of(fact)).getFirst();
    }
}
