package com.videowindow.patina.api.opendsr;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.opendsr.OpenDsrReceived;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.request.RequestKind;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request in the words of OpenDSR. What it does not know, and extensions, which are for other processors, are passed over.
 *
 * @param subjectRequestId the sender's, random
 * @param subjectRequestType erasure, access, portability or rectification
 * @param submittedTime when the person asked
 * @param subjectIdentities one person's; the platform's user id is the one that is looked for
 * @param apiVersion 2.0 or 3.0
 * @param statusCallbackUrls who is told when the status changes; each is one of those that are set, and nothing else
 * @param skipWaitingPeriod whether an erasure begins at once rather than after 14 days
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
record OpenDsrRequest(
        UUID subjectRequestId,
        RequestKind subjectRequestType,
        Instant submittedTime,
        Regulation regulation,
        List<OpenDsrIdentity> subjectIdentities,
        @Nullable String apiVersion,
        @Nullable List<URI> statusCallbackUrls,
        @Nullable Boolean skipWaitingPeriod) {
    static final String KNOWN_AS = "controller_customer_id";
    static final String FORMAT = "raw";

    private static final int MOST_IDENTITIES = 20;
    private static final Set<String> VERSIONS = Set.of("2.0", "3.0");
    private static final Set<RequestKind> TYPES =
            Set.of(RequestKind.ERASURE, RequestKind.ACCESS, RequestKind.PORTABILITY, RequestKind.RECTIFICATION);

    /** As whom a person is known. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record OpenDsrIdentity(String identityType, String identityValue, String identityFormat) {
        private boolean isOurs() {
            return KNOWN_AS.equals(identityType) && FORMAT.equals(identityFormat);
        }
    }

    OpenDsrRequest {
        check(TYPES.contains(subjectRequestType), "subject_request_type is not supported");
        check(apiVersion == null || VERSIONS.contains(apiVersion), "api_version must be 2.0 or 3.0");
        check(
                statusCallbackUrls == null || statusCallbackUrls.size() <= OpenDsrReceived.MOST_CALLBACKS,
                "status_callback_urls must be at most " + OpenDsrReceived.MOST_CALLBACKS);
        check(subjectIdentities.size() <= MOST_IDENTITIES, "subject_identities must be at most " + MOST_IDENTITIES);
        check(
                subjectIdentities.stream()
                                .filter(OpenDsrIdentity::isOurs)
                                .distinct()
                                .count()
                        == 1,
                "subject_identities must have one " + KNOWN_AS + " in the format " + FORMAT);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    PlatformUserId user() {
        return subjectIdentities.stream()
                .filter(OpenDsrIdentity::isOurs)
                .map(ours -> new PlatformUserId(ours.identityValue()))
                .findFirst()
                .orElseThrow();
    }

    List<URI> callbacks() {
        return statusCallbackUrls == null
                ? List.of()
                : statusCallbackUrls.stream().distinct().toList();
    }

    boolean atOnce() {
        return Boolean.TRUE.equals(skipWaitingPeriod);
    }
}
