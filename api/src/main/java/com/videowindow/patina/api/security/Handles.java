package com.videowindow.patina.api.security;

import com.videowindow.patina.api.problem.Problem;
import com.videowindow.patina.api.problem.ProblemType;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.domain.catalog.CreatorId;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Under which name creators publish: a public one that their token has beside their user id. What is published names it in
 * the log in the clear for good, where nobody's user id may stand.
 */
public final class Handles {

    static final String CLAIM = "creator";

    private Handles() {}

    /** @throws Unacceptable where the token has none, or the user id in its place */
    public static CreatorId of(Authentication who) {
        Object claim =
                who.getPrincipal() instanceof Jwt token ? token.getClaims().get(CLAIM) : null;
        if (!(claim instanceof String handle)) {
            throw refused("Its claim " + CLAIM + " has to name the handle that they publish under.");
        }
        if (isUserId(handle, who.getName())) {
            throw refused("Its claim " + CLAIM + " must not be its sub: a user id is shown to nobody.");
        }
        try {
            return new CreatorId(handle);
        } catch (IllegalArgumentException unfit) {
            throw refused("Its claim " + CLAIM + " is no handle: " + unfit.getMessage() + ".");
        }
    }

    /** In whichever case, since people would read them as one. */
    public static boolean isUserId(String handle, String subject) {
        return handle.equalsIgnoreCase(subject);
    }

    private static Unacceptable refused(String why) {
        return new Unacceptable(Problem.of(ProblemType.HANDLE_NEEDED, why));
    }
}
