package com.videowindow.patina.api.consent;

import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.consent.Purpose;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How a person's choices came about, and what they can show others of them. */
@RestController
@RequestMapping("/api/v1/user/consents")
final class OwnHistoryController {

    private final ConsentHistory history;
    private final Receipts receipts;

    OwnHistoryController(ConsentHistory history, Receipts receipts) {
        this.history = history;
        this.receipts = receipts;
    }

    @Operation(operationId = "listConsentHistory", summary = "Every change of the caller's consents, newest first.")
    @GetMapping("/history")
    ConsentHistory.Changes all(
            Caller caller,
            @RequestParam(required = false) @Min(0) @Nullable Long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return history.of(caller.reader(), before, limit).forItsPerson();
    }

    @Operation(
            operationId = "getConsentReceipt",
            summary =
                    "Where the caller's consent to a purpose stands and what last decided it, signed, with the proof that this is in the log.")
    @GetMapping("/{purpose}/receipt")
    Receipts.Receipt receipt(Caller caller, @PathVariable Purpose purpose) {
        return caller.known().flatMap(subject -> receipts.of(subject, purpose)).orElseThrow(Unacceptable::nothingHere);
    }

    @Operation(
            operationId = "getChangeReceipt",
            summary =
                    "One change of the caller's consents, objections, restrictions or controls, and what holds now, signed, with the proof that it is in the log.")
    @GetMapping("/history/{position}/receipt")
    Receipts.Receipt receipt(Caller caller, @PathVariable long position) {
        if (position < 0) {
            throw Unacceptable.nothingHere();
        }
        return caller.known()
                .flatMap(subject -> receipts.of(subject, new LogPosition(position)))
                .orElseThrow(Unacceptable::nothingHere);
    }
}
