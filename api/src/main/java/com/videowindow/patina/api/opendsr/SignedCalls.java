package com.videowindow.patina.api.opendsr;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.videowindow.patina.api.opendsr.CarriesOut.Standing;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.opendsr.OpenDsrReceived;
import com.videowindow.patina.domain.opendsr.RequestStatus;
import com.videowindow.patina.domain.opendsr.StatusCalls;
import com.videowindow.patina.domain.request.RequestId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** What a sender is told of how a request stands, signed as every answer is. */
@Component
@EnableConfigurationProperties(OpenDsrSettings.class)
final class SignedCalls implements StatusCalls {
    private final OpenDsrDesk desk;
    private final Signed signed;
    private final OpenDsrSettings settings;

    SignedCalls(OpenDsrDesk desk, Signed signed, OpenDsrSettings settings) {
        this.desk = desk;
        this.signed = signed;
        this.settings = settings;
    }

    /** What is said, in the words of OpenDSR. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OpenDsrCall(
            SubjectId controllerId,
            Instant expectedCompletionTime,
            URI statusCallbackUrl,
            RequestId subjectRequestId,
            RequestStatus requestStatus,
            String apiVersion,
            @Nullable String resultsUrl) {}

    @Override
    public Stands carriedOut(OpenDsrReceived request) {
        Standing now = desk.carriedOut(request);
        return new Stands(now.status(), now.since());
    }

    @Override
    public List<URI> addresses() {
        return settings.callbacks();
    }

    @Override
    public boolean isAboutNobody(OpenDsrReceived request) {
        return desk.isAboutNobody(request);
    }

    /** What changed meanwhile is told next. Who was allowed when the request came may be so no more. */
    @Override
    public Optional<Message> message(OpenDsrReceived request, RequestStatus status, int number) {
        URI callback = request.callbacks().get(number);
        return settings.isCalled(callback)
                ? settings.domain().map(domain -> message(request, status, callback, domain))
                : Optional.empty();
    }

    private Message message(OpenDsrReceived request, RequestStatus status, URI callback, String domain) {
        Standing now = desk.standing(request);
        Signed.Said said = signed.said(new OpenDsrCall(
                request.by().id(),
                request.regulation().deadline(request.submitted()),
                callback,
                request.request(),
                status,
                OpenDsrViews.VERSION,
                now.status() != status || now.results() == null ? null : settings.url(now.results())));
        Map<String, String> headers = Map.of(Signed.DOMAIN, domain, Signed.SIGNATURE, said.signature());
        return new Message(callback, headers, said.body());
    }
}
