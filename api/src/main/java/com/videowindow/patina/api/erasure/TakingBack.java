package com.videowindow.patina.api.erasure;

import com.videowindow.patina.api.problem.Problem;
import com.videowindow.patina.api.problem.ProblemType;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.ErasureState;

/** Who takes a request to erase back. */
public final class TakingBack {
    private TakingBack() {}

    /**
     * Officers take back what officers entered. What its person asked for would stand as withdrawn by them in the log of requests: it is denied instead,
     * on a basis (11 CCR 7101(b)).
     */
    public static void demandEntered(Actor by, ErasureState state) {
        boolean open = state == ErasureState.PENDING || state == ErasureState.HELD;
        if (open && by.kind() == Actor.Kind.SUBJECT) {
            throw new Unacceptable(Problem.of(
                    ProblemType.FORBIDDEN,
                    "It is the person's own request. They can take it back; you can deny it, on a basis, by"
                            + " /api/v1/compliance/requests/{id}/deny."));
        }
    }
}
