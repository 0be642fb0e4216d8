package com.videowindow.patina.api.opendsr;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.opendsr.RequestStatus;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is answered, in the words of OpenDSR. */
final class OpenDsrViews {
    static final String VERSION = "3.0";

    private OpenDsrViews() {}

    /**
     * A request was taken.
     *
     * @param controllerId a random id of who sent it
     * @param encodedRequest its body in base64
     * @param extensions what is told once: the password of an archive
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record OpenDsrReceipt(
            SubjectId controllerId,
            Instant expectedCompletionTime,
            Instant receivedTime,
            String encodedRequest,
            RequestId subjectRequestId,
            String apiVersion,
            Map<String, Object> extensions) {}

    /** @param resultsUrl of the certificate, or of the archive for its person alone */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OpenDsrStatus(
            SubjectId controllerId,
            Instant expectedCompletionTime,
            RequestId subjectRequestId,
            RequestStatus requestStatus,
            String apiVersion,
            @Nullable String resultsUrl) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record OpenDsrCancellation(
            SubjectId controllerId, Instant receivedTime, RequestId subjectRequestId, String apiVersion) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record SupportedIdentity(String identityType, String identityFormat) {}

    /** @param processorCertificate the log's public keys; they are no X.509 certificate */
    @JsonNaming(SnakeCaseStrategy.class)
    record OpenDsrDiscovery(
            String apiVersion,
            List<SupportedIdentity> supportedIdentities,
            List<RequestKind> supportedSubjectRequestTypes,
            String processorCertificate) {}
}
