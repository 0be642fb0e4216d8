package com.videowindow.patina.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.json.Mistake;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param correlationId finds the request in the logs
 * @param errors each wrong value with its path in the request
 * @param purpose the consent that is missing
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        URI type,
        String title,
        int status,
        @Nullable String detail,
        String correlationId,
        List<FieldError> errors,
        @Nullable Purpose purpose) {

    /** A value that cannot be taken, named by its path, never by itself: it may be personal. */
    public record FieldError(String field, String message) {}

    public static Problem of(ProblemType type) {
        return of(type, null);
    }

    public static Problem of(ProblemType type, @Nullable String detail) {
        return of(type, detail, List.of());
    }

    public static Problem of(ProblemType type, @Nullable String detail, List<FieldError> errors) {
        return new Problem(
                type.address(), type.title(), type.status(), detail, Correlation.current(), List.copyOf(errors), null);
    }

    /** The last part of its type, by which it is counted. */
    public String word() {
        String address = type.toString();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    static Problem missing(Purpose purpose) {
        String why = "It needs consent to " + purpose.name() + ".";
        Problem plain = of(ProblemType.CONSENT_MISSING, why);
        return new Problem(
                plain.type, plain.title, plain.status, plain.detail, plain.correlationId, List.of(), purpose);
    }

    /** One wrong value of a body. */
    public static Problem of(Mistake mistake) {
        return mistake.isAboutForm()
                ? of(ProblemType.MALFORMED_BODY, "It " + mistake.why() + ".")
                : of(ProblemType.INVALID_REQUEST, null, List.of(new FieldError(mistake.field(), mistake.why())));
    }
}
