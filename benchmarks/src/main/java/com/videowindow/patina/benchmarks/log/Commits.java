package com.videowindow.patina.benchmarks.log;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interaction.Engagement;
import com.videowindow.patina.domain.interaction.InteractionContext;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interaction.MessageId;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.Facets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** What one writer appends: streams of fifty events of about 500 bytes each, one commit after the other, one person's after another's. */
final class Commits {
    static final int STREAM = 50;

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final Facets FACETS = new Facets(List.of(
            Facet.parse("category:woodworking"),
            Facet.parse("subcategory:joinery"),
            Facet.parse("technique:dovetail"),
            Facet.parse("material:walnut"),
            Facet.parse("skill:intermediate")));

    private final int size;
    private final Queue<String> finished;
    private final int streamsEach;
    private int streams;
    private SubjectId person = person();
    private String stream = "";
    private long sequence = STREAM;

    /**
     * @param finished where each full stream's name goes
     * @param streamsEach about one person
     */
    Commits(int size, Queue<String> finished, int streamsEach) {
        this.size = size;
        this.finished = finished;
        this.streamsEach = streamsEach;
    }

    static Queue<String> streams() {
        return new ConcurrentLinkedQueue<>();
    }

    List<DomainEventMessage<?>> next() {
        if (sequence == STREAM) {
            stream = UUID.randomUUID().toString();
            person = streams++ % streamsEach == 0 ? person() : person;
            sequence = 0;
        }
        List<DomainEventMessage<?>> commit = new ArrayList<>(size);
        while (commit.size() < size && sequence < STREAM) {
            commit.add(new GenericDomainEventMessage<>("interests", stream, sequence, event(person, sequence)));
            sequence++;
        }
        if (sequence == STREAM) finished.add(stream);
        return commit;
    }

    /** A stream of one event, about one of so many people that each has about as many as with whole streams. */
    static List<DomainEventMessage<?>> single(long number, List<SubjectId> people) {
        SubjectId person = people.get((int) (number % people.size()));
        return List.of(
                new GenericDomainEventMessage<>("interests", UUID.randomUUID().toString(), 0, event(person, number)));
    }

    static SubjectId person() {
        return new SubjectId(UUID.randomUUID());
    }

    static InteractionRecorded event(SubjectId person, long number) {
        return new InteractionRecorded(
                person,
                new MessageId(UUID.randomUUID().toString()),
                null,
                InteractionKind.VIEW,
                new ContentId("dovetails-by-hand-" + number),
                FACETS,
                new Engagement(120.0 + number, 0.75, null),
                InteractionContext.NONE,
                null,
                NOON,
                NOON.plusMillis(number));
    }
}
