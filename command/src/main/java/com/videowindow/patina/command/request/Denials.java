package com.videowindow.patina.command.request;

import com.videowindow.patina.command.request.DenyAndStop.Stop;
import com.videowindow.patina.domain.request.RequestId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Denies what the engine carries out. The denial and the end of the work are one append: after the one alone the engine would
 * do what was denied, and after the other alone nobody would know that it was denied, nor be able to deny what is over. The
 * denial comes first, since it stays whatever follows.
 */
@Component
final class Denials {
    private final Repository<DeskRequest> requests;
    private final Repository<?> erasures;
    private final Repository<?> parts;
    private final Repository<?> exports;

    Denials(
            @Qualifier("deskRequestRepository") Repository<DeskRequest> requests,
            @Qualifier("erasureRepository") Repository<?> erasures,
            @Qualifier("partErasuresRepository") Repository<?> parts,
            @Qualifier("exportRequestsRepository") Repository<?> exports) {
        this.requests = requests;
        this.erasures = erasures;
        this.parts = parts;
        this.exports = exports;
    }

    @CommandHandler
    RequestId handle(DenyAndStop command) throws Exception {
        requests.loadOrCreate(command.denial().stream(), DeskRequest::new)
                .execute(request -> request.handle(command.denial()));
        switch (command.stop()) {
            case Stop.OfErasure one -> send(erasures, one.command().stream(), one.command());
            case Stop.OfPart one -> send(parts, one.command().stream(), one.command());
            case Stop.OfExport one -> send(exports, one.command().stream(), one.command());
        }
        return command.denial().request();
    }

    private static void send(Repository<?> to, String stream, Object command) throws Exception {
        Object unused = to.load(stream).handle(GenericCommandMessage.asCommandMessage(command));
    }
}
