package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.Fact;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.interaction.Engagement;
import com.videowindow.patina.domain.interaction.InteractionContext;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interaction.MessageId;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.Facets;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** Who the tests are about, and what they do. */
final class People {
    static final SubjectId ANNA = SubjectId.of("00000000-0000-7000-8000-00000000a77a");
    static final SubjectId BEN = SubjectId.of("00000000-0000-7000-8000-000000000be2");
    static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private People() {}

    static Fact view(SubjectId person, String message) {
        return new Fact("interaction", person, message, NOON, viewed(person, message));
    }

    static InteractionRecorded viewed(SubjectId person, String message) {
        return new InteractionRecorded(
                person,
                new MessageId(message),
                null,
                InteractionKind.VIEW,
                new ContentId("dovetails-by-hand"),
                new Facets(List.of(Facet.parse("category:woodworking"), Facet.parse("technique:dovetail"))),
                new Engagement(120.0, 0.5, null),
                InteractionContext.NONE,
                null,
                NOON,
                NOON.plusSeconds(1));
    }

    static ConsentGiven allowed(SubjectId person, Purpose purpose) {
        return new ConsentGiven(person, purpose, new PolicyVersion("1"), Channel.WEB, NOON);
    }

    static DomainEventMessage<?> event(String stream, long sequence, Object payload) {
        return new GenericDomainEventMessage<>("consents", stream, sequence, payload);
    }
}
