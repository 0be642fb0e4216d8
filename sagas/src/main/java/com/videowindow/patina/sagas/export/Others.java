package com.videowindow.patina.sagas.export;

import com.videowindow.patina.domain.erasure.Parties;
import com.videowindow.patina.domain.erasure.PartyName;
import com.videowindow.patina.domain.opendsr.StatusCalls;
import com.videowindow.patina.domain.privacy.Operator;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who beside the operator is told anything of people, as it is configured, and what the operator says of themselves. */
@Component
final class Others {
    private final Parties parties;
    private final StatusCalls calls;
    private final Operator operator;

    Others(Parties parties, StatusCalls calls, Operator operator) {
        this.parties = parties;
        this.calls = calls;
        this.operator = operator;
    }

    Operator operator() {
        return operator;
    }

    /** Names of parties, and with what addresses of senders begin. */
    String names() {
        List<String> all = Stream.concat(
                        parties.names().stream().map(PartyName::value),
                        calls.addresses().stream().map(URI::toString))
                .toList();
        return all.isEmpty() ? "none is configured" : String.join(", ", all);
    }
}
