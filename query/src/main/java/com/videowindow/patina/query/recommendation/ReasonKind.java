package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.learning.preference.Proof;
import java.util.Locale;

/** The names of reasons, as they stand in trails and answers: they outlive this code. */
final class ReasonKind {
    static final String STATED_INTEREST = "stated-interest";
    static final String LEARNED_INTEREST = "learned-interest";
    static final String FOLLOWED_CREATOR = "followed-creator";
    static final String STEP_UP = "step-up";
    static final String MAKEABLE = "makeable";
    static final String WATCHED_TOGETHER = "watched-together";
    static final String SIMILAR = "similar";

    /** Told of something that was watched when the list was asked for, whoever asks. */
    static final String GOES_ON = "goes-on";

    static final String GOES_WITH = "goes-with";
    static final String TRENDING = "trending";
    static final String NEW = "new";
    static final String CHOSEN = "chosen";
    static final String PROMOTED = "promoted";
    static final String SPONSORED = "sponsored";
    static final String EXPLORE = "explore";

    private ReasonKind() {}

    /** For example {@code finished-technique}. */
    static String deed(Proof proof, FacetKind facet) {
        return verb(proof) + "-" + facet.name().toLowerCase(Locale.ROOT);
    }

    private static String verb(Proof proof) {
        return switch (proof) {
            case FINISHED -> "finished";
            case LIKED -> "liked";
            case RATED_HIGHLY -> "rated";
            case SAVED -> "saved";
            case BOUGHT -> "bought";
            case SHARED -> "shared";
            case COMMENTED -> "commented";
            case CARTED -> "carted";
            case WATCHED -> "watched";
        };
    }
}
