package com.videowindow.patina.command.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.command.release.ReleaseCommand.AskRelease;
import com.videowindow.patina.command.release.ReleaseCommand.GrantRelease;
import com.videowindow.patina.command.release.ReleaseCommand.RefuseRelease;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.lookup.LookupReason;
import com.videowindow.patina.domain.release.ReleaseAsked;
import com.videowindow.patina.domain.release.ReleaseGranted;
import com.videowindow.patina.domain.release.ReleaseId;
import com.videowindow.patina.domain.release.ReleaseProgress;
import com.videowindow.patina.domain.release.ReleaseRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class RawReleaseTest {
    private static final SubjectId ANNA = SubjectId.of("00000000-0000-4000-8000-00000000000a");
    private static final SubjectId BEN = SubjectId.of("00000000-0000-4000-8000-00000000000b");
    private static final Actor OLGA = officer("00000000-0000-4000-8000-000000000001");
    private static final Actor PAUL = officer("00000000-0000-4000-8000-000000000002");
    private static final ReleaseId ID = ReleaseId.of("00000000-0000-4000-8000-0000000000e1");
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant ONE = Instant.parse("2026-01-31T13:00:00Z");
    private static final CaseReference CASE = new CaseReference("2026-17");
    private static final ReleaseAsked ASKED = new ReleaseAsked(ID, ANNA, OLGA, LookupReason.COMPLAINT, CASE, NOON);
    private static final ReleaseGranted GRANTED = new ReleaseGranted(ID, ANNA, PAUL, ONE, NOON);
    private static final ReleaseRefused REFUSED = new ReleaseRefused(ID, ANNA, PAUL, NOON);

    private final FixtureConfiguration<RawRelease> release = new AggregateTestFixture<>(RawRelease.class);

    private static Actor officer(String id) {
        return new Actor(Actor.Kind.OFFICER, SubjectId.of(id));
    }

    private static GrantRelease grant(Actor by) {
        return new GrantRelease(ID, by, Duration.ofHours(1), NOON);
    }

    @Test
    void asking_again_changes_nothing() {
        AskRelease ask = new AskRelease(ID, ANNA, OLGA, LookupReason.COMPLAINT, CASE, NOON);
        release.givenNoPriorActivity().when(ask).expectEvents(ASKED);
        release.given(ASKED).when(ask).expectNoEvents();
    }

    @Test
    void nobody_grants_what_they_asked_for() {
        release.given(ASKED).when(grant(OLGA)).expectException(Refused.class).expectNoEvents();
    }

    @Test
    void another_one_grants_it_once() {
        release.given(ASKED).when(grant(PAUL)).expectEvents(GRANTED);
        release.given(ASKED, GRANTED).when(grant(PAUL)).expectNoEvents();
    }

    @Test
    void what_was_refused_or_taken_back_is_not_granted() {
        release.given(ASKED, REFUSED).when(grant(PAUL)).expectException(Refused.class);
        release.given(ASKED, GRANTED).when(new RefuseRelease(ID, PAUL, NOON)).expectEvents(REFUSED);
        release.given(ASKED, GRANTED, REFUSED).when(grant(PAUL)).expectException(Refused.class);
    }

    @Test
    void it_holds_for_its_time_its_officer_and_its_person_alone() {
        ReleaseProgress granted =
                Objects.requireNonNull(ReleaseProgress.after(ReleaseProgress.after(null, ASKED), GRANTED));
        assertThat(granted.allows(OLGA.id(), ANNA, NOON)).isTrue();
        assertThat(granted.allows(OLGA.id(), ANNA, ONE.minusMillis(1))).isTrue();
        assertThat(granted.allows(OLGA.id(), ANNA, ONE)).isFalse();
        assertThat(granted.allows(PAUL.id(), ANNA, NOON)).isFalse();
        assertThat(granted.allows(OLGA.id(), BEN, NOON)).isFalse();
        assertThat(Objects.requireNonNull(ReleaseProgress.after(granted, REFUSED))
                        .allows(OLGA.id(), ANNA, NOON))
                .isFalse();
    }
}
