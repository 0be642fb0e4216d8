package com.videowindow.patina.command.consent;

import static com.videowindow.patina.command.People.ANNA;
import static com.videowindow.patina.command.People.NOON;

import com.videowindow.patina.command.consent.ConsentCommand.RaiseObjection;
import com.videowindow.patina.command.consent.ConsentCommand.RestrictProcessing;
import com.videowindow.patina.command.consent.ConsentCommand.SetControl;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.ControlChanged;
import com.videowindow.patina.domain.consent.ControlChanged.Origin;
import com.videowindow.patina.domain.consent.Evidence;
import com.videowindow.patina.domain.consent.ObjectionRaised;
import com.videowindow.patina.domain.consent.ProcessingRestricted;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.RestrictionGround;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.request.Manner;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestMet;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** What people set themselves is a request under a law, which is met as they set it. */
class OwnRequestsTest {
    private static final RequestId ID = RequestId.of("00000000-0000-4000-8000-0000000000e1");
    private static final Actor SELF = new Actor(Actor.Kind.SUBJECT, ANNA);
    private static final Actor OFFICER = new Actor(Actor.Kind.OFFICER, ANNA);
    private static final Evidence BY_OFFICER =
            new Evidence(null, null, null, OFFICER, null, new CaseReference("2026-17"));
    private static final Purpose USE = Purpose.ANALYTICS;

    private final FixtureConfiguration<Consents> consents = new AggregateTestFixture<>(Consents.class);

    private static RequestMet met(RequestKind kind, Manner manner, Regulation law) {
        return new RequestMet(ID, ANNA, SELF, kind, manner, law, NOON);
    }

    private static SetControl set(Control control, boolean on, Origin origin, Evidence evidence) {
        return new SetControl(ID, ANNA, control, on, origin, Channel.WEB, evidence, NOON);
    }

    private static ControlChanged changed(Control control, boolean on, Origin origin, Evidence evidence) {
        return new ControlChanged(ANNA, control, on, origin, Channel.WEB, NOON, evidence);
    }

    @Test
    void an_objection_is_one_the_first_time() {
        ObjectionRaised raised = new ObjectionRaised(ANNA, USE, SELF, null, NOON);
        RaiseObjection objection = new RaiseObjection(ID, ANNA, USE, SELF, null, NOON);
        RequestMet request = met(RequestKind.OBJECTION, Manner.ACCOUNT, Regulation.GDPR);
        consents.givenNoPriorActivity().when(objection).expectEvents(request, raised);
        consents.given(request, raised).when(objection).expectNoEvents();
    }

    @Test
    void a_restriction_is_one_the_first_time() {
        RestrictionGround ground = RestrictionGround.CLAIMS;
        ProcessingRestricted restricted = new ProcessingRestricted(ANNA, USE, SELF, ground, null, NOON);
        RestrictProcessing restriction = new RestrictProcessing(ID, ANNA, USE, SELF, ground, null, NOON);
        RequestMet request = met(RequestKind.RESTRICTION, Manner.ACCOUNT, Regulation.GDPR);
        consents.givenNoPriorActivity().when(restriction).expectEvents(request, restricted);
        consents.given(request, restricted).when(restriction).expectNoEvents();
    }

    @Test
    void an_opt_out_is_one_when_it_is_turned_on() {
        assertOptsOut(Control.SALE_OPT_OUT, RequestKind.SALE_OPT_OUT);
        assertOptsOut(Control.SHARING_OPT_OUT, RequestKind.SHARING_OPT_OUT);
        assertOptsOut(Control.LIMIT_USE, RequestKind.LIMIT_USE);
    }

    private void assertOptsOut(Control control, RequestKind kind) {
        SetControl on = set(control, true, Origin.CHOICE, Evidence.NONE);
        ControlChanged turnedOn = changed(control, true, Origin.CHOICE, Evidence.NONE);
        ControlChanged turnedOff = changed(control, false, Origin.CHOICE, Evidence.NONE);
        RequestMet request = met(kind, Manner.ACCOUNT, Regulation.CCPA);
        consents.givenNoPriorActivity().when(on).expectEvents(request, turnedOn);
        consents.given(request, turnedOn).when(on).expectNoEvents();
        consents.given(request, turnedOn)
                .when(set(control, false, Origin.CHOICE, Evidence.NONE))
                .expectEvents(turnedOff);
        consents.given(request, turnedOn, turnedOff).when(on).expectEvents(request, turnedOn);
    }

    @Test
    void a_signal_is_one_and_who_says_the_same_later_asks_for_nothing_new() {
        Control sale = Control.SALE_OPT_OUT;
        RequestMet request = met(RequestKind.SALE_OPT_OUT, Manner.OPT_OUT_PREFERENCE_SIGNAL, Regulation.CCPA);
        ControlChanged heeded = changed(sale, true, Origin.GPC, Evidence.NONE);
        consents.givenNoPriorActivity()
                .when(set(sale, true, Origin.GPC, Evidence.NONE))
                .expectEvents(request, heeded);
        consents.given(request, heeded)
                .when(set(sale, true, Origin.CHOICE, Evidence.NONE))
                .expectEvents(changed(sale, true, Origin.CHOICE, Evidence.NONE));
    }

    @Test
    void what_is_under_no_law_or_set_by_an_officer_is_none() {
        for (Control control : new Control[] {Control.NON_PROFILING, Control.MINOR}) {
            consents.givenNoPriorActivity()
                    .when(set(control, true, Origin.CHOICE, Evidence.NONE))
                    .expectEvents(changed(control, true, Origin.CHOICE, Evidence.NONE));
        }
        consents.givenNoPriorActivity()
                .when(set(Control.LIMIT_USE, true, Origin.CHOICE, BY_OFFICER))
                .expectEvents(changed(Control.LIMIT_USE, true, Origin.CHOICE, BY_OFFICER));
        consents.givenNoPriorActivity()
                .when(new RaiseObjection(null, ANNA, USE, OFFICER, null, NOON))
                .expectEvents(new ObjectionRaised(ANNA, USE, OFFICER, null, NOON));
    }
}
