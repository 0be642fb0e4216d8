package com.videowindow.patina.api.request;

import com.videowindow.patina.api.lookup.LooksUp;
import com.videowindow.patina.domain.lookup.LookupKind;
import com.videowindow.patina.domain.request.RequestProgress;
import com.videowindow.patina.query.request.FindRequests;
import com.videowindow.patina.query.request.RequestPage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The request log that CCPA regulation 7101(b) asks for, as a table for an auditor. */
@RestController
final class RequestLogController {
    /** For how long regulation 7101(a) wants it kept; the log keeps it longer. */
    private static final int MONTHS = 24;

    private static final int AT_ONCE = 1_000;
    private static final String COLUMNS = "request,date_of_request,nature_of_request,manner_of_request,law,"
            + "date_due,extended_because,date_of_response,nature_of_response,basis_for_denial,reference\r\n";

    private final RequestDesk desk;

    RequestLogController(RequestDesk desk) {
        this.desk = desk;
    }

    @Operation(
            operationId = "downloadRequestLog",
            summary = "The request log of CCPA regulation 7101(b) as CSV, newest first; the last 24 months by default.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
    @LooksUp(LookupKind.REQUESTS)
    @GetMapping(path = "/api/v1/compliance/requests/log", produces = "text/csv")
    void download(
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Instant since = from != null
                ? from
                : Instant.now().atZone(ZoneOffset.UTC).minusMonths(MONTHS).toInstant();
        RequestPage first = desk.page(FindRequests.between(since, to, null, AT_ONCE));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"requests.csv\"");
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            return;
        }
        try {
            send(first, next -> desk.page(FindRequests.between(since, to, next, AT_ONCE)), response.getOutputStream());
        } catch (RuntimeException away) {
            throw brokenOff(away);
        }
    }

    /**
     * The answer has begun, and no problem can be told in it any more: this breaks the connection, so that nobody takes a part
     * for the whole. A cause would be told as a problem all the same, behind the lines.
     */
    private static IOException brokenOff(RuntimeException away) {
        IOException broken = new IOException("a log of requests was not sent to its end");
        broken.addSuppressed(away);
        return broken;
    }

    private static void send(RequestPage first, Function<String, RequestPage> after, OutputStream out)
            throws IOException {
        out.write(COLUMNS.getBytes(StandardCharsets.UTF_8));
        RequestPage page = first;
        out.write(lines(page));
        while (page.next() != null) {
            page = after.apply(page.next());
            out.write(lines(page));
        }
    }

    private static byte[] lines(RequestPage page) {
        return page.items().stream()
                .map(RequestLogController::line)
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Words of lists, times and ids: nothing needs quotes. */
    private static String line(RequestProgress one) {
        RequestProgress.Extension extension = one.extension();
        RequestProgress.Denial denial = one.denial();
        Object response = one.response() != null || one.state().isOpen() ? one.response() : one.state();
        return Arrays.asList(
                                one.request(),
                                one.received(),
                                one.kind(),
                                one.manner(),
                                one.regulation(),
                                one.due(),
                                extension == null ? null : extension.reason(),
                                one.closed(),
                                response,
                                denial == null ? null : denial.basis(),
                                denial == null ? null : denial.reference().value())
                        .stream()
                        .map(RequestLogController::word)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String word(@Nullable Object value) {
        return value instanceof Enum<?> word ? word.name().toLowerCase(Locale.ROOT) : Objects.toString(value, "");
    }
}
