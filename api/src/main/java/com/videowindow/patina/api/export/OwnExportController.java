package com.videowindow.patina.api.export;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.videowindow.patina.api.export.ExportDesk.ExportBegun;
import com.videowindow.patina.api.export.ExportDesk.ExportViews;
import com.videowindow.patina.api.messaging.Answer;
import com.videowindow.patina.api.messaging.Done;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.api.request.Entered;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.export.ExportId;
import com.videowindow.patina.domain.export.ExportProgress;
import com.videowindow.patina.query.export.FindExports;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person asks for everything that is held about them, waits, and fetches it. */
@RestController
@RequestMapping("/api/v1/user/exports")
final class OwnExportController {
    private static final String ZIP = "application/zip";

    private final ExportDesk desk;
    private final ArchiveDownload download;

    OwnExportController(ExportDesk desk, ArchiveDownload download) {
        this.desk = desk;
        this.download = download;
    }

    /** @param regulation that it is asked for under; the GDPR when absent */
    record ExportWish(@Nullable Regulation regulation) {}

    /** How it stands after a decision. */
    record ExportDecided(@JsonUnwrapped ExportView export, LogPosition position) {}

    @Operation(
            operationId = "requestExport",
            summary = "Asks for a copy of everything that is held about the caller; tells its password once.",
            description = Unacceptable.UNLESS_KEPT)
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ExportBegun request(Caller caller, @RequestBody(required = false) @Nullable ExportWish wish) {
        SubjectId subject = caller.kept();
        Actor self = new Actor(Actor.Kind.SUBJECT, subject);
        return desk.request(subject, Entered.under(wish == null ? null : wish.regulation(), self, null));
    }

    @Operation(operationId = "listOwnExports", summary = "The caller's exports, newest first.")
    @GetMapping
    Answer<ExportViews> all(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable Long after) {
        return desk.page(new FindExports(caller.reader(), null, cursor, limit), after);
    }

    @Operation(operationId = "getExport", summary = "How an export stands.")
    @GetMapping("/{id}")
    ExportView one(Caller caller, @PathVariable ExportId id) {
        return desk.view(own(caller, id));
    }

    @Operation(
            operationId = "getExportArchive",
            summary = "The archive, as often as is wanted until it expires: a ZIP file under AES-256.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary"))))
    @GetMapping(path = "/{id}/archive", produces = ZIP)
    void archive(Caller caller, @PathVariable ExportId id, HttpServletRequest request, HttpServletResponse response) {
        download.send(own(caller, id), request, response);
    }

    @Operation(operationId = "deleteExport", summary = "Removes the archive, or stops its making.")
    @DeleteMapping("/{id}")
    ExportDecided delete(Caller caller, @PathVariable ExportId id) {
        ExportProgress own = own(caller, id);
        Done<ExportProgress> gone = desk.delete(id, own.subject());
        return new ExportDecided(desk.view(gone.result()), gone.position());
    }

    /** Nobody learns that there is one of somebody else. */
    private ExportProgress own(Caller caller, ExportId id) {
        return desk.own(id, known(caller));
    }

    /** About somebody whom nobody knows nothing is held. */
    private static SubjectId known(Caller caller) {
        return caller.known().orElseThrow(Unacceptable::nothingHere);
    }
}
