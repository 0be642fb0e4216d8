package com.videowindow.patina.projections.part;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.domain.audit.ReplayStatus.State;
import com.videowindow.patina.domain.audit.Replays;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interest.PreferencesStated;
import com.videowindow.patina.domain.part.HiddenPlaces;
import com.videowindow.patina.domain.part.PartEvent;
import com.videowindow.patina.projections.runner.Facts;
import com.videowindow.patina.projections.runner.LiveProjection;
import com.videowindow.patina.projections.runner.ProjectionDirectory;
import com.videowindow.patina.projections.store.NewestFirst;
import com.videowindow.patina.projections.store.ReadSide;
import com.videowindow.patina.query.interest.OwnEvents;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * All from which it is learned what one person likes: events of their streams, which the log finds by key, and their facts,
 * each a stream of its own under a name that tells nothing, which the read models of facts find by person. Only places are
 * taken from there: the events themselves come from the log.
 */
@Component
public final class PersonsPast implements OwnEvents {
    private static final Set<Class<?>> LEARNED_FROM = Set.of(InteractionRecorded.class, FeedbackGiven.class);
    private static final Set<State> UNDER_WAY = EnumSet.of(State.RUNNING, State.SWAPPING);
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final PastEvents events;
    private final ProjectionDirectory projections;
    private final Replays replays;
    private final Map<String, NewestFirst<?>> facts = new HashMap<>();

    PersonsPast(
            PastEvents events,
            ProjectionDirectory projections,
            Replays replays,
            List<Facts<?>> facts,
            ReadSide readSide) {
        this.events = events;
        this.projections = projections;
        this.replays = replays;
        facts.stream()
                .filter(each -> LEARNED_FROM.contains(each.body()))
                .forEach(each -> this.facts.put(each.name(), new NewestFirst<>(readSide, each.name(), each.body())));
    }

    /** What can be read of it today, as far as the read models of facts know by now, without what is hidden. */
    public SortedMap<LogPosition, DomainEvent> of(SubjectId subject, LogPosition upTo) {
        Set<LogPosition> hidden = hidden(subject);
        List<LogPosition> places = facts.values().stream()
                .flatMap(each -> each.positions(subject, upTo).stream())
                .filter(place -> !hidden.contains(place))
                .toList();
        SortedMap<LogPosition, DomainEvent> all = new TreeMap<>(events.at(places));
        all.putAll(events.stream(PreferencesStated.stream(subject)));
        all.putAll(events.stream(ConsentEvent.stream(subject)));
        all.keySet().removeAll(hidden);
        return all;
    }

    /** Likewise, once the read models of facts have come that far: nothing is missing. */
    @Override
    public SortedMap<LogPosition, DomainEvent> whole(SubjectId subject, LogPosition upTo) {
        for (String name : facts.keySet()) {
            LiveProjection<?> live = projections.named(name).orElseThrow();
            if (!live.await(upTo, MOMENT)) {
                throw new ReadModelUnavailable(name + " has not read that far", null);
            }
        }
        boolean rebuilt = replays.all().stream()
                .anyMatch(one -> facts.containsKey(one.projection()) && UNDER_WAY.contains(one.state()));
        if (rebuilt) {
            throw new ReadModelUnavailable("facts are being rebuilt", null);
        }
        return of(subject, upTo);
    }

    private Set<LogPosition> hidden(SubjectId subject) {
        HiddenPlaces hidden = new HiddenPlaces();
        for (DomainEvent event : events.stream(PartEvent.stream(subject)).values()) {
            if (event instanceof PartEvent step) {
                hidden.take(step);
            }
        }
        return hidden.positions();
    }
}
