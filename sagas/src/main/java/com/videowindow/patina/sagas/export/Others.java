package com.videowindow.patina.sagas.export;

import com.videowindow.patina.domain.consent.Policies;
import com.videowindow.patina.domain.erasure.Parties;
import com.videowindow.patina.domain.erasure.PartyName;
import com.videowindow.patina.domain.opendsr.StatusCalls;
import com.videowindow.patina.domain.privacy.Operator;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who beside the operator is told anything of people, as it is configured, and what the operator says of themselves. */
@Component
final class Others {
    private final Parties parties;
    private final StatusCalls calls;
    private final Policies policies;
    private final Operator operator;

    Others(Parties parties, StatusCalls calls, Policies policies, Operator operator) {
        this.parties = parties;
        this.calls = calls;
        this.policies = policies;
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

    /** Who gets data for a purpose from the operator, as officers defined it, by the name of the purpose. */
    SortedMap<String, String> ofPurposes(Instant now) {
        SortedMap<String, String> all = new TreeMap<>();
        policies.purposes().stream()
                .flatMap(purpose -> policies.definition(purpose, now).stream())
                .filter(defined -> !defined.recipients().isEmpty())
                .forEach(defined -> all.put(defined.purpose().name(), String.join(", ", defined.recipients())));
        return all;
    }
}
