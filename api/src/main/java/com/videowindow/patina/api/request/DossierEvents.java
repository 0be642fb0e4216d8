package com.videowindow.patina.api.request;

import com.videowindow.patina.api.consent.ConsentHistory;
import com.videowindow.patina.api.consent.ConsentHistory.Change;
import com.videowindow.patina.api.request.Dossier.ProvenConsent;
import com.videowindow.patina.api.request.Dossier.ProvenEvent;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.Fact;
import com.videowindow.patina.domain.audit.FactLog;
import com.videowindow.patina.domain.audit.LogEvents;
import com.videowindow.patina.domain.audit.LogEvents.Seen;
import com.videowindow.patina.domain.audit.LogEvidence;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.audit.Provable;
import com.videowindow.patina.domain.request.RequestMet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers events with the proofs that they are in the log. */
@Component
final class DossierEvents {

    private final FactLog facts;
    private final LogEvents log;
    private final PastEvents past;
    private final LogEvidence evidence;
    private final ConsentHistory history;

    DossierEvents(FactLog facts, LogEvents log, PastEvents past, LogEvidence evidence, ConsentHistory history) {
        this.facts = facts;
        this.log = log;
        this.past = past;
        this.evidence = evidence;
        this.history = history;
    }

    /** Some events of a stream. */
    record Wanted(String stream, Predicate<DomainEvent> events) {}

    /** In the order of the log, with those that stand alone. */
    List<ProvenEvent> gathered(List<Fact> alone, Wanted... wanted) {
        return Stream.concat(
                        alone.stream().flatMap(this::gathered),
                        Arrays.stream(wanted).flatMap(this::gathered))
                .sorted(Comparator.comparing(ProvenEvent::position))
                .toList();
    }

    private Stream<ProvenEvent> gathered(Fact fact) {
        return facts.position(fact).stream()
                .flatMap(position -> log.find(Long.toString(position.value())).stream())
                .map(seen -> proven(seen, fact.event()));
    }

    private Stream<ProvenEvent> gathered(Wanted wanted) {
        SortedMap<LogPosition, DomainEvent> events = past.stream(wanted.stream());
        return log.stream(wanted.stream()).stream()
                .filter(seen -> events.containsKey(seen.position()))
                .filter(seen -> wanted.events().test(events.get(seen.position())))
                .map(seen -> proven(seen, events.get(seen.position())));
    }

    private ProvenEvent proven(Seen seen, @Nullable DomainEvent event) {
        return said(seen, event instanceof Provable ? seen.payload() : null);
    }

    List<ProvenConsent> consents(String stream, SubjectId subject) {
        Map<LogPosition, Change> readable = history.of(subject, null, Integer.MAX_VALUE).changes().stream()
                .collect(Collectors.toMap(Change::position, Function.identity()));
        SortedMap<LogPosition, DomainEvent> events = past.stream(stream);
        return log.stream(stream).stream()
                .filter(seen ->
                        !(events.get(seen.position()) instanceof RequestMet)) // says only that one of these came
                .map(seen -> new ProvenConsent(said(seen, null), readable.get(seen.position())))
                .toList();
    }

    private ProvenEvent said(Seen seen, @Nullable String said) {
        String proof = evidence.prove(Long.toString(seen.position().value())).orElseThrow();
        return new ProvenEvent(seen.position(), seen.key(), seen.type(), seen.at(), said, proof);
    }
}
