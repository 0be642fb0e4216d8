package com.videowindow.patina.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.videowindow.patina.api.problem.Problem.FieldError;
import com.videowindow.patina.domain.Refusal;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.audit.KeysUnavailable;
import com.videowindow.patina.domain.audit.LogBusy;
import com.videowindow.patina.domain.audit.LogStopped;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.domain.audit.SignedOtherwise;
import com.videowindow.patina.domain.audit.UnknownSigner;
import com.videowindow.patina.domain.privacy.Erased;
import com.videowindow.patina.domain.privacy.PeriodEnded;
import com.videowindow.patina.json.Mistake;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.axonframework.common.AxonException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever a request ran into into a problem. Expected refusals are counted, not logged. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final MeterRegistry meters;

    ProblemAdvice(MeterRegistry meters) {
        this.meters = meters;
    }

    @ExceptionHandler
    ResponseEntity<Object> onRefusal(Refused refused) {
        HttpHeaders headers = new HttpHeaders();
        if (refused.refusal() instanceof Refusal.TooManyExports enough) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(enough.pause().toSeconds() + 1));
        }
        return answer(RefusalProblems.of(refused.refusal()), headers);
    }

    @ExceptionHandler
    ResponseEntity<Object> onProblem(Unacceptable unacceptable) {
        return answer(unacceptable.problem(), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Object> onErased(Erased erased) {
        return answer(Problem.of(ProblemType.ERASED), new HttpHeaders());
    }

    /** Another node may have the right time. */
    @ExceptionHandler
    ResponseEntity<Object> onPeriodEnded(PeriodEnded ended) {
        LOG.error("Nothing can be stored", ended);
        return later(ProblemType.PERIOD_ENDED);
    }

    @ExceptionHandler
    ResponseEntity<Object> onLogAway(LogUnavailable away) {
        return later(
                switch (away) {
                    case LogBusy busy -> ProblemType.LOG_BUSY;
                    case KeysUnavailable keys -> ProblemType.KEYS_UNAVAILABLE;
                    case LogStopped stopped -> ProblemType.LOG_STOPPED;
                    default -> ProblemType.LOG_UNAVAILABLE;
                });
    }

    @ExceptionHandler
    ResponseEntity<Object> onBusy(LongReads.Busy busy) {
        return later(ProblemType.OVERLOADED);
    }

    @ExceptionHandler
    ResponseEntity<Object> onReadModelAway(ReadModelUnavailable away) {
        return later(ProblemType.READ_MODEL_UNAVAILABLE);
    }

    @ExceptionHandler({ConcurrencyException.class, AggregateStreamCreationException.class})
    ResponseEntity<Object> onOvertaking(AxonException overtaken) {
        return answer(Problem.of(ProblemType.CONFLICT), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Object> onSignedOtherwise(SignedOtherwise restored) {
        return answer(Problem.of(ProblemType.SIGNED_OTHERWISE), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Object> onUnknownSigner(UnknownSigner signer) {
        return answer(Problem.of(ProblemType.UNKNOWN_SIGNER), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Object> onBodyTooLarge(BodyLimit.TooLarge large) {
        return answer(large.problem(), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Object> onFailure(RuntimeException failure) {
        if (failure instanceof org.springframework.security.access.AccessDeniedException denied) {
            throw denied; // the door answers that
        }
        LOG.error("A request failed", failure);
        return answer(Problem.of(ProblemType.INTERNAL), new HttpHeaders());
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable, HttpHeaders headers, HttpStatusCode code, WebRequest request) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(unreadable);
        if (root instanceof BodyLimit.TooLarge large) {
            return answer(large.problem(), headers);
        }
        return answer(
                unreadable.getCause() instanceof JsonProcessingException json
                        ? Problem.of(Mistake.in(json))
                        : Problem.of(ProblemType.MALFORMED_BODY, "A JSON body in UTF-8 is needed."),
                headers);
    }

    private static Problem invalid(String field, String why) {
        return Problem.of(ProblemType.INVALID_REQUEST, null, List.of(new FieldError(field, why)));
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode code, WebRequest request) {
        String field = mismatch instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(mismatch.getPropertyName());
        Throwable root = NestedExceptionUtils.getMostSpecificCause(mismatch);
        boolean ours = root instanceof IllegalArgumentException
                && !(root instanceof NumberFormatException)
                && mismatch.getRequiredType() != null
                && mismatch.getRequiredType().getName().startsWith("com.videowindow.patina.")
                && !mismatch.getRequiredType().isEnum();
        String why = ours ? String.valueOf(root.getMessage()) : anyOf(wanted(mismatch));
        return answer(invalid(field, why), headers);
    }

    /** Of a list, what is in it. */
    private static @Nullable Class<?> wanted(TypeMismatchException mismatch) {
        Class<?> one = mismatch instanceof MethodArgumentTypeMismatchException argument
                ? ResolvableType.forMethodParameter(argument.getParameter())
                        .asCollection()
                        .resolveGeneric(0)
                : null;
        return one == null ? mismatch.getRequiredType() : one;
    }

    private static String anyOf(@Nullable Class<?> type) {
        return type == null || !type.isEnum()
                ? "is not a valid value"
                : Arrays.stream(type.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ", "must be one of ", ""));
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode code,
            WebRequest request) {
        return answer(invalid(missing.getParameterName(), "is required"), headers);
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException wrong, HttpHeaders headers, HttpStatusCode code, WebRequest request) {
        List<FieldError> errors = wrong.getParameterValidationResults().stream()
                .flatMap(each -> each.getResolvableErrors().stream()
                        .map(error -> new FieldError(
                                String.valueOf(each.getMethodParameter().getParameterName()),
                                String.valueOf(error.getDefaultMessage()))))
                .toList();
        return answer(Problem.of(ProblemType.INVALID_REQUEST, null, errors), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode code, WebRequest request) {
        return answer(Problem.of(ProblemType.ofStatus(code.value())), headers);
    }

    private ResponseEntity<Object> later(ProblemType type) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "2");
        return answer(Problem.of(type), headers);
    }

    private ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
        Correlation.met(problem);
        meters.counter("patina.refusals", "reason", problem.word()).increment();
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
