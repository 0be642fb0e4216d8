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
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Tells a sender how a request stands, signed as every answer is. No redirect is followed. */
@Component
@EnableConfigurationProperties(OpenDsrSettings.class)
final class SignedCalls implements StatusCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int NOT_OK = 300;

    private final OpenDsrDesk desk;
    private final Signed signed;
    private final OpenDsrSettings settings;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

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
    public RequestStatus status(OpenDsrReceived request) {
        return desk.standing(request).status();
    }

    /** What changed meanwhile is told next. */
    @Override
    public boolean tell(OpenDsrReceived request, RequestStatus status, int number) throws InterruptedException {
        Standing now = desk.standing(request);
        URI callback = request.callbacks().get(number);
        URI here = Objects.requireNonNull(settings.address());
        Signed.Said said = signed.said(new OpenDsrCall(
                request.by().id(),
                request.regulation().deadline(request.submitted()),
                callback,
                request.request(),
                status,
                OpenDsrViews.VERSION,
                now.status() != status || now.results() == null ? null : settings.url(now.results())));
        HttpRequest call = HttpRequest.newBuilder(callback)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(Signed.DOMAIN, here.getHost())
                .header(Signed.SIGNATURE, said.signature())
                .POST(HttpRequest.BodyPublishers.ofString(said.body()))
                .build();
        try {
            int answer =
                    client.send(call, HttpResponse.BodyHandlers.discarding()).statusCode();
            return answer >= OK && answer < NOT_OK;
        } catch (IOException away) {
            return false;
        }
    }
}
