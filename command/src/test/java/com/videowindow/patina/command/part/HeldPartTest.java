package com.videowindow.patina.command.part;

import com.videowindow.patina.command.RealLog;
import com.videowindow.patina.command.RefusedWith;
import com.videowindow.patina.command.part.PartCommand.CancelPart;
import com.videowindow.patina.command.part.PartCommand.RequestPartAgain;
import com.videowindow.patina.command.part.PartCommand.StartPart;
import com.videowindow.patina.domain.Refusal;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.ErasureEvent;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.ErasureState;
import com.videowindow.patina.domain.erasure.HoldBasis;
import com.videowindow.patina.domain.erasure.Leavers;
import com.videowindow.patina.domain.erasure.LegalHoldEvent;
import com.videowindow.patina.domain.erasure.LegalHoldLifted;
import com.videowindow.patina.domain.erasure.LegalHoldPlaced;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.erasure.ReleaseReason;
import com.videowindow.patina.domain.part.PartErasureCancelled;
import com.videowindow.patina.domain.part.PartErasureDescribed;
import com.videowindow.patina.domain.part.PartErasureHeld;
import com.videowindow.patina.domain.part.PartErasureReleased;
import com.videowindow.patina.domain.part.PartErasureRequested;
import com.videowindow.patina.domain.part.PartErasureStarted;
import com.videowindow.patina.domain.part.PartEvent;
import com.videowindow.patina.domain.part.PartScope;
import com.videowindow.patina.domain.part.Places;
import com.videowindow.patina.domain.privacy.DataCategory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part is held for itself, and by what holds its person: as soon as the log says so, whatever memory has heard of it. */
class HeldPartTest {
    private static final SubjectId ANNA = SubjectId.of("00000000-0000-4000-8000-00000000000a");
    private static final ErasureId PART = ErasureId.of("00000000-0000-4000-8000-0000000000e1");
    private static final Actor SELF = new Actor(Actor.Kind.SUBJECT, ANNA);
    private static final Actor ENGINE = new Actor(Actor.Kind.ENGINE, ANNA);
    private static final Actor OFFICER =
            new Actor(Actor.Kind.OFFICER, SubjectId.of("00000000-0000-4000-8000-00000000000f"));
    private static final CaseReference FIRST = new CaseReference("2026-17");
    private static final CaseReference SECOND = new CaseReference("2026-18");
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Set<DataCategory> KINDS = Set.of(DataCategory.INTERACTION);

    private static final PartEvent REQUESTED = new PartErasureRequested(
            PART, ANNA, SELF, Regulation.GDPR, NOON, Regulation.GDPR.deadline(NOON), null, NOON);
    private static final PartEvent DESCRIBED =
            new PartErasureDescribed(PART, ANNA, new PartScope(null, new ContentId("spoons"), null, null, null), NOON);
    private static final PartEvent HELD = new PartErasureHeld(PART, ANNA, OFFICER, HoldBasis.LEGAL_CLAIM, FIRST, NOON);
    private static final PartEvent STARTED = new PartErasureStarted(PART, ANNA, KINDS, Places.NONE, null, NOON);

    private static final StartPart START = start(false);
    private static final StartPart START_AGAIN = start(true);

    private RealLog log;
    private int said;

    @BeforeEach
    void open(@TempDir Path folder) {
        log = RealLog.in(folder);
    }

    @AfterEach
    void close() {
        log.close();
    }

    private static StartPart start(boolean again) {
        return new StartPart(PART, ANNA, KINDS, Places.NONE, List.of(), again, NOON);
    }

    private void holds(LegalHoldEvent change) {
        String stream = ErasureEvent.stream(change.subject());
        log.events().publish(List.of(new GenericDomainEventMessage<>("erasure", stream, said++, change)));
    }

    private static LegalHoldPlaced placed(CaseReference reference) {
        return new LegalHoldPlaced(ANNA, OFFICER, HoldBasis.LEGAL_CLAIM, reference, NOON);
    }

    private static LegalHoldLifted lifted(CaseReference reference) {
        return new LegalHoldLifted(ANNA, OFFICER, reference, NOON);
    }

    private ResultValidator<PartErasures> after(PartCommand command, PartEvent... events) {
        return new AggregateTestFixture<>(PartErasures.class)
                .registerInjectableResource((Leavers) subject -> false)
                .registerInjectableResource(log.past())
                .given((Object[]) events)
                .when(command);
    }

    private static void refused(ResultValidator<PartErasures> result) {
        result.expectNoEvents().expectException(RefusedWith.the(new Refusal.ErasureIs(ErasureState.HELD)));
    }

    @Test
    void it_is_not_taken_back_by_its_person() {
        refused(after(new CancelPart(PART, ANNA, SELF, NOON), REQUESTED, DESCRIBED, HELD));
        after(new CancelPart(PART, ANNA, OFFICER, NOON), REQUESTED, DESCRIBED, HELD)
                .expectEvents(new PartErasureCancelled(PART, ANNA, OFFICER, NOON));
    }

    @Test
    void none_starts_until_the_last_case_of_its_person_is_over() {
        holds(placed(FIRST));
        holds(placed(SECOND));
        refused(after(START, REQUESTED, DESCRIBED));
        holds(lifted(FIRST));
        refused(after(START, REQUESTED, DESCRIBED));
        holds(lifted(SECOND));
        after(START, REQUESTED, DESCRIBED).expectEvents(STARTED);
    }

    @Test
    void neither_hold_outlasts_the_keys() {
        holds(placed(SECOND));
        PartEvent released = new PartErasureReleased(PART, ANNA, ENGINE, ReleaseReason.KEYS_DESTROYED, NOON);
        after(new RequestPartAgain(PART, ANNA, ENGINE, Regulation.GDPR, NOON), REQUESTED, DESCRIBED, HELD)
                .expectEvents(released);
        after(START_AGAIN, REQUESTED, DESCRIBED, HELD, released).expectEvents(STARTED);
    }
}
