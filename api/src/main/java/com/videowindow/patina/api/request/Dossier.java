package com.videowindow.patina.api.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.videowindow.patina.api.consent.ConsentHistory.Change;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.erasure.ErasureEvent;
import com.videowindow.patina.domain.export.ExportEvent;
import com.videowindow.patina.domain.opendsr.OpenDsrFacts;
import com.videowindow.patina.domain.part.PartEvent;
import com.videowindow.patina.domain.part.PartStep;
import com.videowindow.patina.domain.request.RequestEvent;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestMet;
import com.videowindow.patina.domain.request.RequestProgress;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a request was dealt with: its clock as it stands, and every event that shows it, each with the proof that it is in
 * the log. What an erasure destroyed, scanned and told to others, and its certificate, are events of its own, also of the
 * request that answers this one too.
 *
 * @param dossier what this is
 * @param events of the request and of what the engine did about it, or about the one that it was joined to
 * @param consents every change of what the person allows; of who was erased, that it was and when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Dossier(
        String dossier, Instant made, RequestView request, List<ProvenEvent> events, List<ProvenConsent> consents) {
    private static final String FORM = "patina.dossier.v1";

    /**
     * An event in the log.
     *
     * @param key its stream and sequence
     * @param type stored name
     * @param said what it says, to the letter, which the log has the hash of; absent where it is sealed
     * @param proof as {@code tlog-proof}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProvenEvent(
            LogPosition position,
            String key,
            String type,
            Instant at,
            @Nullable String said,
            String proof) {}

    /** @param change as it was; absent where it cannot be read any more */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProvenConsent(
            @JsonUnwrapped ProvenEvent event, @Nullable Change change) {}

    /** @param asked the id by which it was asked for: its own, or that under which a tool sent it */
    static Dossier of(RequestProgress request, RequestId asked, DossierEvents log, Instant now) {
        RequestId id = request.request();
        Set<UUID> engine = carriedOutAs(request);
        List<ProvenEvent> events = log.gathered(
                OpenDsrFacts.all(id, asked),
                new DossierEvents.Wanted(RequestEvent.stream(id), RequestEvent.class::isInstance),
                new DossierEvents.Wanted(
                        ConsentEvent.stream(request.subject()),
                        event ->
                                event instanceof RequestMet met && met.request().equals(id)),
                new DossierEvents.Wanted(
                        ErasureEvent.stream(request.subject()),
                        event -> event instanceof ErasureEvent step
                                && engine.contains(step.erasure().value())),
                new DossierEvents.Wanted(
                        PartEvent.stream(request.subject()),
                        event -> event instanceof PartStep step
                                && engine.contains(step.erasure().value())),
                new DossierEvents.Wanted(
                        ExportEvent.stream(request.subject()),
                        event -> event instanceof ExportEvent step
                                && engine.contains(step.export().value())));
        return new Dossier(
                FORM,
                now,
                RequestView.forOfficer(request),
                events,
                log.consents(ConsentEvent.stream(request.subject()), request.subject()));
    }

    /** What answers one that was joined to another stands under the id of that. */
    private static Set<UUID> carriedOutAs(RequestProgress request) {
        return Stream.of(request.request(), request.joined())
                .filter(Objects::nonNull)
                .map(RequestId::value)
                .collect(Collectors.toSet());
    }
}
