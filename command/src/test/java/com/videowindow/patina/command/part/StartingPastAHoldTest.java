package com.videowindow.patina.command.part;

import com.videowindow.patina.command.RealLog;
import com.videowindow.patina.command.RefusedWith;
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
import com.videowindow.patina.domain.part.PartErasureDescribed;
import com.videowindow.patina.domain.part.PartErasureRequested;
import com.videowindow.patina.domain.part.PartErasureStarted;
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
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing goes of who is held, as soon as the log says so, on whichever node, and whatever its memory has heard. */
class StartingPastAHoldTest {
    private static final SubjectId ANNA = SubjectId.of("00000000-0000-4000-8000-00000000000a");
    private static final ErasureId PART = ErasureId.of("00000000-0000-4000-8000-0000000000e1");
    private static final Actor OFFICER =
            new Actor(Actor.Kind.OFFICER, SubjectId.of("00000000-0000-4000-8000-00000000000f"));
    private static final CaseReference FIRST = new CaseReference("2026-17");
    private static final CaseReference SECOND = new CaseReference("2026-18");
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Set<DataCategory> KINDS = Set.of(DataCategory.INTERACTION);
    private static final Refusal HELD = new Refusal.ErasureIs(ErasureState.HELD);

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

    private void say(LegalHoldEvent change) {
        String stream = ErasureEvent.stream(change.subject());
        log.events().publish(List.of(new GenericDomainEventMessage<>("erasure", stream, said++, change)));
    }

    private static LegalHoldPlaced placed(CaseReference reference) {
        return new LegalHoldPlaced(ANNA, OFFICER, HoldBasis.LEGAL_CLAIM, reference, NOON);
    }

    private ResultValidator<PartErasures> start(boolean again) {
        TestExecutor<PartErasures> waiting = new AggregateTestFixture<>(PartErasures.class)
                .registerInjectableResource((Leavers) subject -> false)
                .registerInjectableResource(log.past())
                .given(
                        new PartErasureRequested(
                                PART,
                                ANNA,
                                new Actor(Actor.Kind.SUBJECT, ANNA),
                                Regulation.GDPR,
                                NOON,
                                Regulation.GDPR.deadline(NOON),
                                null,
                                NOON),
                        new PartErasureDescribed(
                                PART, ANNA, new PartScope(null, new ContentId("spoons"), null, null, null), NOON));
        return waiting.when(new StartPart(PART, ANNA, KINDS, Places.NONE, List.of(), again, NOON));
    }

    private static PartErasureStarted started() {
        return new PartErasureStarted(PART, ANNA, KINDS, Places.NONE, null, NOON);
    }

    @Test
    void none_starts_until_the_last_case_is_over() {
        say(placed(FIRST));
        say(placed(SECOND));
        start(false).expectNoEvents().expectException(RefusedWith.the(HELD));
        say(new LegalHoldLifted(ANNA, OFFICER, FIRST, NOON));
        start(false).expectNoEvents().expectException(RefusedWith.the(HELD));
        say(new LegalHoldLifted(ANNA, OFFICER, SECOND, NOON));
        start(false).expectEvents(started());
    }

    @Test
    void keys_that_are_gone_leave_nothing_to_hold() {
        say(placed(FIRST));
        start(true).expectEvents(started());
    }
}
