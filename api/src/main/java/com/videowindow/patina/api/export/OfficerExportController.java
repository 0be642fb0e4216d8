package com.videowindow.patina.api.export;

import com.videowindow.patina.api.export.ExportDesk.ExportBegun;
import com.videowindow.patina.api.export.ExportDesk.ExportViews;
import com.videowindow.patina.api.lookup.LooksUp;
import com.videowindow.patina.api.lookup.Lookups;
import com.videowindow.patina.api.lookup.Whose;
import com.videowindow.patina.api.messaging.Answer;
import com.videowindow.patina.api.request.Arrivals;
import com.videowindow.patina.api.request.Entered;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.export.ExportId;
import com.videowindow.patina.domain.export.ExportState;
import com.videowindow.patina.domain.lookup.LookupKind;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.request.Manner;
import com.videowindow.patina.query.export.FindExports;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Officers ask for people who wrote to them, and watch that all are answered in time. An officer is told the password, to
 * hand it on, and has no address to fetch an archive from; its person has that, and not the password.
 */
@RestController
@RequestMapping("/api/v1/compliance/exports")
final class OfficerExportController {
    private final ExportDesk desk;
    private final Lookups lookups;

    OfficerExportController(ExportDesk desk, Lookups lookups) {
        this.lookups = lookups;
        this.desk = desk;
    }

    /**
     * @param userId of the person, as the platform knows them
     * @param regulation that it is asked for under; the GDPR when absent
     * @param receivedAt when it came, from when on the law's clock runs; now when absent
     * @param manner in which it came; {@code operator} when absent
     */
    record ExportFor(
            PlatformUserId userId,
            @Nullable Regulation regulation,
            @Nullable Instant receivedAt,
            @Nullable Manner manner) {}

    @Operation(operationId = "requestExportFor", summary = "Asks for the copy of a person who wrote to the operator.")
    @LooksUp(value = LookupKind.EXPORTS, whose = Whose.Told.class)
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ExportBegun request(HttpServletRequest http, Caller officer, @RequestBody ExportFor request) {
        SubjectId subject = lookups.person(http, LookupKind.EXPORTS, request.userId());
        Actor by = officer.asOfficer();
        return desk.enter(
                subject,
                Entered.under(
                        request.regulation(),
                        by,
                        Arrivals.told(request.receivedAt(), request.manner(), request.regulation(), by)));
    }

    @Operation(operationId = "listExports", summary = "All exports, newest first, without what is in them.")
    @LooksUp(LookupKind.EXPORTS)
    @GetMapping
    Answer<ExportViews> all(
            @RequestParam(required = false) @Nullable ExportState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable Long after) {
        return desk.page(new FindExports(null, state, cursor, limit), after);
    }

    @Operation(operationId = "getExportForOfficer", summary = "How an export stands.")
    @LooksUp(value = LookupKind.EXPORTS, whose = WhoseExport.class)
    @GetMapping("/{id}")
    ExportView one(@PathVariable ExportId id) {
        return desk.view(desk.find(id));
    }
}
