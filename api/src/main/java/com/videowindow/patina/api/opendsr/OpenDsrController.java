package com.videowindow.patina.api.opendsr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.videowindow.patina.api.lookup.LooksUp;
import com.videowindow.patina.api.lookup.Lookups;
import com.videowindow.patina.api.lookup.Whose;
import com.videowindow.patina.api.opendsr.CarriesOut.Standing;
import com.videowindow.patina.api.opendsr.OpenDsrDesk.Taken;
import com.videowindow.patina.api.problem.Problem;
import com.videowindow.patina.api.problem.Problem.FieldError;
import com.videowindow.patina.api.problem.ProblemType;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.lookup.LookupKind;
import com.videowindow.patina.domain.opendsr.OpenDsrReceived;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.json.Mistake;
import com.videowindow.patina.json.PatinaJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The processor's side of OpenDSR: tools of privacy desks send requests here, and ask how they stand. */
@RestController
@RequestMapping(path = "/api/v1/compliance/opendsr", produces = MediaType.APPLICATION_JSON_VALUE)
final class OpenDsrController {
    private static final String KEYS = "/api/v1/audit/key";
    private static final ObjectMapper ONE_FORM = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final OpenDsrDesk desk;
    private final SubjectDirectory people;
    private final Lookups lookups;
    private final Signed signed;
    private final OpenDsrSettings settings;

    OpenDsrController(
            OpenDsrDesk desk, SubjectDirectory people, Lookups lookups, Signed signed, OpenDsrSettings settings) {
        this.desk = desk;
        this.people = people;
        this.lookups = lookups;
        this.signed = signed;
        this.settings = settings;
    }

    @Operation(
            operationId = "sendOpenDsrRequest",
            summary =
                    "Takes a request in the form of OpenDSR; the same again is answered as before, and nothing else under its id.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = OpenDsrRequest.class))),
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            content = @Content(schema = @Schema(implementation = OpenDsrViews.OpenDsrReceipt.class))))
    @LooksUp(value = LookupKind.REQUESTS, whose = Whose.Told.class)
    @PostMapping(path = "/requests", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> send(HttpServletRequest http, Caller officer, @RequestBody byte[] body) {
        OpenDsrRequest request = read(body);
        Optional<SubjectId> known = people.knownSubjectOf(request.user());
        lookups.tell(http, LookupKind.REQUESTS, known.orElse(null));
        request.regulation().objection(request.submittedTime(), Instant.now()).ifPresent(why -> {
            throw Unacceptable.field("submitted_time", why);
        });
        if (!request.callbacks().stream().allMatch(settings::isCalled)) {
            throw new Unacceptable(Problem.of(
                    ProblemType.UNKNOWN_CALLBACK,
                    null,
                    List.of(new FieldError(
                            "status_callback_urls",
                            "must each be one of the addresses that the operator lets be called"))));
        }
        Taken taken = desk.take(request, content(body), known, officer.asOfficer());
        OpenDsrReceived received = taken.received();
        return signed.answer(
                HttpStatus.CREATED,
                new OpenDsrViews.OpenDsrReceipt(
                        received.by().id(),
                        expected(received),
                        received.at(),
                        Base64.getEncoder().encodeToString(body),
                        received.request(),
                        OpenDsrViews.VERSION,
                        taken.told()));
    }

    private static OpenDsrRequest read(byte[] body) {
        try {
            return PatinaJson.strict().readValue(body, OpenDsrRequest.class);
        } catch (JsonProcessingException unreadable) {
            throw new Unacceptable(Problem.of(Mistake.in(unreadable)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same whatever the order of its fields, and the spaces between them. */
    private static String content(byte[] body) {
        try {
            return ONE_FORM.writeValueAsString(ONE_FORM.readValue(body, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it was read before
        }
    }

    @Operation(
            operationId = "getOpenDsrRequest",
            summary = "How a request of OpenDSR stands.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(implementation = OpenDsrViews.OpenDsrStatus.class))))
    @LooksUp(value = LookupKind.REQUESTS, whose = WhoseOpenDsr.class)
    @GetMapping("/requests/{id}")
    ResponseEntity<String> status(@PathVariable RequestId id) {
        OpenDsrReceived request = desk.find(id);
        Standing now = desk.standing(request);
        return signed.answer(
                HttpStatus.OK,
                new OpenDsrViews.OpenDsrStatus(
                        request.by().id(),
                        expected(request),
                        id,
                        now.status(),
                        OpenDsrViews.VERSION,
                        now.results() == null ? null : settings.url(now.results())));
    }

    @Operation(
            operationId = "cancelOpenDsrRequest",
            summary = "Takes a request of OpenDSR back, as long as nothing was done.",
            responses =
                    @ApiResponse(
                            responseCode = "202",
                            content =
                                    @Content(
                                            schema = @Schema(implementation = OpenDsrViews.OpenDsrCancellation.class))))
    @LooksUp(value = LookupKind.REQUESTS, whose = WhoseOpenDsr.class)
    @DeleteMapping("/requests/{id}")
    ResponseEntity<String> cancel(Caller officer, @PathVariable RequestId id) {
        OpenDsrReceived request = desk.find(id);
        desk.cancel(request, officer.asOfficer());
        return signed.answer(
                HttpStatus.ACCEPTED,
                new OpenDsrViews.OpenDsrCancellation(request.by().id(), Instant.now(), id, OpenDsrViews.VERSION));
    }

    @Operation(operationId = "discoverOpenDsr", summary = "What of OpenDSR is supported here.")
    @LooksUp(LookupKind.REQUESTS)
    @GetMapping("/discovery")
    OpenDsrViews.OpenDsrDiscovery discovery() {
        return new OpenDsrViews.OpenDsrDiscovery(
                OpenDsrViews.VERSION,
                List.of(new OpenDsrViews.SupportedIdentity(OpenDsrRequest.KNOWN_AS, OpenDsrRequest.FORMAT)),
                List.of(RequestKind.ACCESS, RequestKind.PORTABILITY, RequestKind.ERASURE, RequestKind.RECTIFICATION),
                settings.url(KEYS));
    }

    /** By which the law wants it done, counted from when the person asked. */
    private static Instant expected(OpenDsrReceived request) {
        return request.regulation().deadline(request.submitted());
    }
}
