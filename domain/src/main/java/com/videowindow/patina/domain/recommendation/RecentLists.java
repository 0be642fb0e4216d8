package com.videowindow.patina.domain.recommendation;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import java.util.Optional;

/**
 * The lists that this node served lately: why they are as they are can be asked before their trail is projected, in any
 * language.
 */
public interface RecentLists {

    void keep(PlatformUserId user, RecommendationsServed list);

    /**
     * One that was served to this user.
     *
     * @param known whom the engine knows under this name now; a personal list is told only to the same person, who may have
     *     been erased since
     */
    Optional<RecommendationsServed> find(PlatformUserId user, Optional<SubjectId> known, RecommendationId id);
}
