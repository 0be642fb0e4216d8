package com.videowindow.patina.projections.interest;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.interest.PreferencesStated;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.projections.runner.Facts;
import com.videowindow.patina.projections.runner.PastState;
import com.videowindow.patina.projections.store.NewestFirst;
import com.videowindow.patina.projections.store.ReadSide;
import com.videowindow.patina.query.interest.PastProfiles;
import com.videowindow.patina.query.interest.ProfileFolding;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Folds all events of one person again: those of their streams, which the log finds by key, and their facts, each a stream
 * of its own under a name that tells nothing, which the read models of facts find by person. Only places are taken from
 * there: the events themselves come from the log.
 */
@Component
final class FoldedProfiles implements PastProfiles, ProfileFolding {
    private final PastEvents events;
    private final InterestModel model;
    private final PastState past;
    private final List<NewestFirst<?>> facts;

    FoldedProfiles(PastEvents events, InterestModel model, PastState past, List<Facts<?>> facts, ReadSide readSide) {
        this.events = events;
        this.model = model;
        this.past = past;
        this.facts = facts.stream()
                .filter(each -> model.concerns(each.body()))
                .<NewestFirst<?>>map(each -> new NewestFirst<>(readSide, each.name(), each.body()))
                .toList();
    }

    @Override
    public Found of(SubjectId subject, LogPosition position) {
        List<LogPosition> places = facts.stream()
                .flatMap(each -> each.positions(subject, position).stream())
                .toList();
        SortedMap<LogPosition, DomainEvent> all = new TreeMap<>(events.at(places));
        all.putAll(events.stream(PreferencesStated.stream(subject)));
        all.putAll(events.stream(ConsentEvent.stream(subject)));
        return fold(subject, all, position);
    }

    @Override
    public Found fold(SubjectId subject, SortedMap<LogPosition, DomainEvent> all, LogPosition position) {
        PastState.Folded<ProfileState> then = past.of(model, subject.toString(), all, position);
        return new Found(then.body(), then.whole());
    }
}
