package com.videowindow.patina.api.problem;

import com.videowindow.patina.api.problem.Problem.FieldError;
import java.util.List;

/** Carries a problem out of a controller. No stack trace: it is an answer. */
public final class Unacceptable extends RuntimeException {
    /** For the description of what asks for something about the caller. */
    public static final String UNLESS_KEPT =
            "Where nothing is kept about the caller, 404 nothing-kept says just that, and nothing is stored of having asked.";

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public Unacceptable(Problem problem) {
        super(problem.title(), null, false, false);
        this.problem = problem;
    }

    public static Unacceptable field(String field, String why) {
        return new Unacceptable(Problem.of(ProblemType.INVALID_REQUEST, null, List.of(new FieldError(field, why))));
    }

    public static Unacceptable nothingHere() {
        return new Unacceptable(Problem.of(ProblemType.NOT_FOUND));
    }

    public static Unacceptable nothingHere(String because) {
        return new Unacceptable(Problem.of(ProblemType.NOT_FOUND, because));
    }

    public Problem problem() {
        return problem;
    }
}
