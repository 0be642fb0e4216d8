package com.videowindow.patina.api.catalog;

import com.videowindow.patina.api.problem.Problem;
import com.videowindow.patina.api.problem.ProblemType;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.api.security.Handles;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.domain.catalog.Catalog;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.CreatorId;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Creators change what is theirs: content that names their handle, and that named no other before. */
@Component
final class Authorship {

    private final Catalog catalog;

    Authorship(Catalog catalog) {
        this.catalog = catalog;
    }

    void check(Authentication who, ContentId id, CreatorId named) {
        if (isOnlyCreator(who) && !named.equals(Handles.of(who))) {
            throw new Unacceptable(
                    Problem.of(ProblemType.FORBIDDEN, "Creators publish under the handle that their token names."));
        }
        check(who, id);
    }

    void check(Authentication who, ContentId id) {
        if (isOnlyCreator(who) && isAnothers(id, Handles.of(who))) {
            throw new Unacceptable(Problem.of(ProblemType.FORBIDDEN, "It belongs to another creator."));
        }
    }

    private boolean isAnothers(ContentId id, CreatorId handle) {
        return catalog.content(id)
                .filter(known -> !known.description().creator().equals(handle))
                .isPresent();
    }

    private static boolean isOnlyCreator(Authentication who) {
        return who.getAuthorities().stream()
                .noneMatch(right -> right.getAuthority().equals("ROLE_" + Role.PRODUCT.claim())
                        || right.getAuthority().equals("ROLE_" + Role.SERVICE.claim()));
    }
}
