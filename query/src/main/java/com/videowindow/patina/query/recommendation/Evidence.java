package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.Preferences;
import com.videowindow.patina.domain.interest.PreferencesStated;
import com.videowindow.patina.domain.recommendation.Reason;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a reason rests on, of all that a person did and said. */
final class Evidence {
    private Evidence() {}

    /** Whether it rests on something of the person, which can be taken away: what a list was asked for with cannot. */
    static boolean isPersonal(Reason reason) {
        return !reason.kind().equals(ReasonKind.GOES_ON) && (!reason.because().isEmpty() || reason.facet() != null);
    }

    /** Everything but that: no deed with the content that is named, and nothing stated about the facet where none is. */
    static SortedMap<LogPosition, DomainEvent> without(Reason reason, SortedMap<LogPosition, DomainEvent> events) {
        SortedMap<LogPosition, DomainEvent> others = new TreeMap<>();
        events.forEach((position, event) -> {
            if (!isDeedOf(reason, event)) {
                others.put(position, event instanceof PreferencesStated stated ? without(reason, stated) : event);
            }
        });
        return others;
    }

    private static boolean isDeedOf(Reason reason, DomainEvent event) {
        return switch (event) {
            case InteractionRecorded deed ->
                (deed.content() != null && reason.because().contains(deed.content())) || isFollowing(reason, deed);
            case FeedbackGiven said -> reason.because().contains(said.content());
            default -> false;
        };
    }

    private static boolean isFollowing(Reason reason, InteractionRecorded deed) {
        Facet creator = reason.facet();
        return reason.kind().equals(ReasonKind.FOLLOWED_CREATOR)
                && creator != null
                && deed.kind() == InteractionKind.FOLLOW
                && deed.facets().values().contains(creator);
    }

    private static PreferencesStated without(Reason reason, PreferencesStated stated) {
        if (!reason.kind().equals(ReasonKind.STATED_INTEREST)) {
            return stated;
        }
        Preferences all = stated.preferences();
        Preferences others = new Preferences(
                all.interests().stream()
                        .filter(interest -> !interest.facet().equals(reason.facet()))
                        .toList(),
                all.avoided(),
                all.languages(),
                all.skill());
        return new PreferencesStated(stated.subject(), others, stated.revision(), stated.at());
    }
}
