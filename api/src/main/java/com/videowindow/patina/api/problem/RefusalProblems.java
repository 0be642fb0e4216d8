package com.videowindow.patina.api.problem;

import static com.videowindow.patina.api.problem.ProblemType.BEFORE_ERASURE;
import static com.videowindow.patina.api.problem.ProblemType.CONSENT_STATE;
import static com.videowindow.patina.api.problem.ProblemType.ERASURE_STATE;
import static com.videowindow.patina.api.problem.ProblemType.EXPORT_GONE;
import static com.videowindow.patina.api.problem.ProblemType.EXPORT_STATE;
import static com.videowindow.patina.api.problem.ProblemType.EXPORT_UNDER_WAY;
import static com.videowindow.patina.api.problem.ProblemType.FOUR_EYES;
import static com.videowindow.patina.api.problem.ProblemType.GUARDIAN_NEEDED;
import static com.videowindow.patina.api.problem.ProblemType.IDEMPOTENCY_KEY_REUSED;
import static com.videowindow.patina.api.problem.ProblemType.IMPLAUSIBLE;
import static com.videowindow.patina.api.problem.ProblemType.INVALID_REQUEST;
import static com.videowindow.patina.api.problem.ProblemType.LEAVING;
import static com.videowindow.patina.api.problem.ProblemType.MODEL_STATE;
import static com.videowindow.patina.api.problem.ProblemType.NOT_FOUND;
import static com.videowindow.patina.api.problem.ProblemType.NO_MINOR;
import static com.videowindow.patina.api.problem.ProblemType.OUTDATED;
import static com.videowindow.patina.api.problem.ProblemType.POLICY_STANDS;
import static com.videowindow.patina.api.problem.ProblemType.RELEASE_STATE;
import static com.videowindow.patina.api.problem.ProblemType.REQUEST_STATE;
import static com.videowindow.patina.api.problem.ProblemType.TOO_MANY_EXPORTS;
import static com.videowindow.patina.api.problem.ProblemType.TOO_MANY_PARTS;
import static com.videowindow.patina.api.problem.ProblemType.UNKNOWN_CONTENT;
import static com.videowindow.patina.api.problem.ProblemType.UNKNOWN_PRODUCT;

import com.videowindow.patina.api.problem.Problem.FieldError;
import com.videowindow.patina.domain.Refusal;
import com.videowindow.patina.domain.export.ExportState;
import java.util.List;
import java.util.Locale;

/** One problem for each reason why a command was not accepted. */
public final class RefusalProblems {

    private RefusalProblems() {}

    public static Problem of(Refusal refusal) {
        return of(refusal, "");
    }

    /** @param under path of what was refused, with its dot, where it is a part of the request */
    public static Problem of(Refusal refusal, String under) {
        return switch (refusal) {
            case Refusal.ConsentMissing missing -> Problem.missing(missing.purpose());
            case Refusal.UnknownContent unknown -> of(UNKNOWN_CONTENT, under + "contentId", "names no content");
            case Refusal.UnknownProduct unknown -> of(UNKNOWN_PRODUCT, under + "productId", "names no product");
            case Refusal.MessageReused reused ->
                Problem.of(IDEMPOTENCY_KEY_REUSED, "Send something new under a key of its own.");
            case Refusal.Outdated outdated ->
                Problem.of(OUTDATED, "The revision to read again is " + outdated.current() + ".");
            case Refusal.UnknownErasure unknown -> Problem.of(NOT_FOUND);
            case Refusal.ErasureIs known ->
                Problem.of(ERASURE_STATE, "It is " + known.state().name().toLowerCase(Locale.ROOT) + ".");
            case Refusal.TooManyParts many ->
                Problem.of(TOO_MANY_PARTS, "At most " + many.atMost() + " can wait; the others can be taken back.");
            case Refusal.UnknownExport unknown -> Problem.of(NOT_FOUND);
            case Refusal.ExportUnderWay one ->
                Problem.of(EXPORT_UNDER_WAY, "It is " + one.export() + ", and can be deleted.");
            case Refusal.TooManyExports enough ->
                Problem.of(TOO_MANY_EXPORTS, "The next can be asked for when the oldest of them is a day old.");
            case Refusal.ExportIs known -> stands(known.state());
            case Refusal.UnknownRequest unknown -> Problem.of(NOT_FOUND);
            case Refusal.RequestIs known ->
                Problem.of(
                        REQUEST_STATE,
                        "It is " + known.state().name().toLowerCase(Locale.ROOT)
                                + (known.extended() ? " and was extended." : "."));
            case Refusal.ExtensionTooLate late ->
                Problem.of(REQUEST_STATE, "Its first period is over: it can be extended before that only.");
            case Refusal.NoExtension none ->
                Problem.of(REQUEST_STATE, "An opt-out is heeded within 15 business days, which nothing extends.");
            case Refusal.AnsweredByEngine carried ->
                Problem.of(REQUEST_STATE, "The engine carries it out and answers it; it can be denied or extended.");
            case Refusal.FourEyes same -> Problem.of(FOUR_EYES);
            case Refusal.ReleaseIs known ->
                Problem.of(RELEASE_STATE, "It is " + known.state().name().toLowerCase(Locale.ROOT) + ".");
            case Refusal.UnknownModel unknown -> Problem.of(NOT_FOUND);
            case Refusal.ModelIs known ->
                Problem.of(MODEL_STATE, "It is " + known.state().name().toLowerCase(Locale.ROOT) + ".");
            case Refusal.Leaving leaving ->
                Problem.of(
                        LEAVING,
                        "Nothing about them is kept or used from then on; the request can be cancelled until it is due.");
            case Refusal.PolicyStands stands ->
                Problem.of(POLICY_STANDS, "Publish what changed as a version of its own.");
            case Refusal.GuardianNeeded needed -> Problem.of(GUARDIAN_NEEDED);
            case Refusal.NoMinor none ->
                Problem.of(NO_MINOR, "Set the control minor first, if they are one, with the case that shows it.");
            case Refusal.NothingToEnd known ->
                Problem.of(
                        CONSENT_STATE,
                        "It is " + known.status().term()
                                + ". What stands can be revoked, what stands or has run out can be invalidated.");
            case Refusal.BeforeErasure before -> Problem.of(BEFORE_ERASURE);
            case Refusal.Malformed wrong -> of(INVALID_REQUEST, under + wrong.field(), wrong.why());
            case Refusal.Implausible odd -> of(IMPLAUSIBLE, under + odd.field(), odd.why());
        };
    }

    private static Problem stands(ExportState state) {
        boolean gone = state == ExportState.EXPIRED || state == ExportState.DELETED;
        return Problem.of(
                gone ? EXPORT_GONE : EXPORT_STATE, "It is " + state.name().toLowerCase(Locale.ROOT) + ".");
    }

    private static Problem of(ProblemType type, String field, String message) {
        return Problem.of(type, null, List.of(new FieldError(field, message)));
    }
}
