package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.commerce.Sale;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.Preferences;
import com.videowindow.patina.domain.interest.PreferencesStated;
import com.videowindow.patina.domain.recommendation.Reason;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.learning.preference.Proof;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a reason rests on, of all that a person did and said. */
final class Evidence {
    private Evidence() {}

    /** Whether it rests on something of the person, which can be taken away: what a list was asked for with cannot. */
    static boolean isPersonal(Reason reason) {
        return !reason.kind().equals(ReasonKind.GOES_ON) && (!reason.because().isEmpty() || reason.facet() != null);
    }

    /**
     * The content of all that it rests on. What it counts is more than the few that it names: of forty films that somebody
     * finished the five newest tell little, and may even speak against what the forty speak for.
     *
     * @param state what is known from the events: what a person took back is no evidence any more
     */
    static Set<ContentId> content(
            Reason reason, SortedMap<LogPosition, DomainEvent> events, @Nullable ProfileState state) {
        Set<ContentId> content = new TreeSet<>(reason.because());
        Facet facet = reason.facet();
        if (facet == null || state == null) {
            return content;
        }
        Set<ContentId> about = about(facet, events.values());
        for (Proof proof : Proof.values()) {
            if (reason.kind().equals(ReasonKind.deed(proof, facet.kind()))) {
                state.seen().stream()
                        .filter(seen -> seen.shows(proof) && about.contains(seen.content()))
                        .forEach(seen -> content.add(seen.content()));
            }
        }
        if (reason.kind().equals(ReasonKind.LEARNED_INTEREST)) {
            content.addAll(about);
        }
        return content;
    }

    private static Set<ContentId> about(Facet facet, Collection<DomainEvent> events) {
        Set<ContentId> about = new HashSet<>();
        for (DomainEvent event : events) {
            if (event instanceof InteractionRecorded deed && deed.content() != null && isAbout(facet, deed)) {
                about.add(deed.content());
            } else if (event instanceof FeedbackGiven said
                    && said.facets().values().contains(facet)) {
                about.add(said.content());
            }
        }
        return about;
    }

    private static boolean isAbout(Facet facet, InteractionRecorded deed) {
        Sale sale = deed.sale();
        return deed.facets().values().contains(facet)
                || (sale != null && sale.facets().values().contains(facet));
    }

    /** Everything but that: no deed with that content, and nothing stated about the facet where it was stated. */
    static SortedMap<LogPosition, DomainEvent> without(
            Reason reason, Set<ContentId> content, SortedMap<LogPosition, DomainEvent> events) {
        SortedMap<LogPosition, DomainEvent> others = new TreeMap<>();
        events.forEach((position, event) -> {
            if (!isDeedOf(reason, content, event)) {
                others.put(position, event instanceof PreferencesStated stated ? without(reason, stated) : event);
            }
        });
        return others;
    }

    private static boolean isDeedOf(Reason reason, Set<ContentId> content, DomainEvent event) {
        return switch (event) {
            case InteractionRecorded deed ->
                (deed.content() != null && content.contains(deed.content())) || isFollowing(reason, deed);
            case FeedbackGiven said -> content.contains(said.content());
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
