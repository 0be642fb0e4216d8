package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.FrozenEvents.AT;
import static com.videowindow.patina.eventlog.FrozenEvents.OFFICER;
import static com.videowindow.patina.eventlog.FrozenEvents.POLICY;
import static com.videowindow.patina.eventlog.FrozenEvents.SOMEBODY;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentExpired;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ConsentInvalidated;
import com.videowindow.patina.domain.consent.ConsentRefused;
import com.videowindow.patina.domain.consent.ConsentRevoked;
import com.videowindow.patina.domain.consent.ConsentWithdrawn;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.ControlChanged;
import com.videowindow.patina.domain.consent.Evidence;
import com.videowindow.patina.domain.consent.Forwarding;
import com.videowindow.patina.domain.consent.Jurisdiction;
import com.videowindow.patina.domain.consent.NoticeId;
import com.videowindow.patina.domain.consent.NoticeShown;
import com.videowindow.patina.domain.consent.ObjectionRaised;
import com.videowindow.patina.domain.consent.ObjectionSettled;
import com.videowindow.patina.domain.consent.PolicyPublished;
import com.videowindow.patina.domain.consent.PolicyText;
import com.videowindow.patina.domain.consent.ProcessingRestricted;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.PurposeDefined;
import com.videowindow.patina.domain.consent.RestrictionGround;
import com.videowindow.patina.domain.consent.RestrictionLifted;
import com.videowindow.patina.domain.consent.TextHash;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import java.util.List;
import java.util.Map;

/** The same of what is about consent. */
final class FrozenConsents {
    private static final CaseReference CASE = new CaseReference("2026-17");
    private static final NoticeId NOTICE = new NoticeId("n-1");
    private static final TextHash HASH = TextHash.of("May we?");
    private static final Jurisdiction GERMANY = new Jurisdiction("DE");
    private static final Evidence EVIDENCE = new Evidence(HASH, NOTICE, GERMANY, OFFICER);

    static final Map<String, DomainEvent> MEANING = Map.ofEntries(
            Map.entry("ConsentExpired.1", new ConsentExpired(SOMEBODY, Purpose.TRAINING, AT)),
            Map.entry("ConsentGiven.1", new ConsentGiven(SOMEBODY, Purpose.PERSONALIZATION, POLICY, Channel.WEB, AT)),
            Map.entry("ConsentInvalidated.1", new ConsentInvalidated(SOMEBODY, Purpose.TRAINING, OFFICER, CASE, AT)),
            Map.entry(
                    "ConsentRefused.1",
                    new ConsentRefused(SOMEBODY, Purpose.TRAINING, POLICY, Channel.IOS, AT, EVIDENCE)),
            Map.entry("ConsentRevoked.1", new ConsentRevoked(SOMEBODY, Purpose.TRAINING, OFFICER, CASE, AT)),
            Map.entry(
                    "ConsentWithdrawn.1", new ConsentWithdrawn(SOMEBODY, Purpose.TRAINING, POLICY, Channel.IMPORT, AT)),
            Map.entry(
                    "ControlChanged.1",
                    new ControlChanged(
                            SOMEBODY, Control.MINOR, true, ControlChanged.Origin.CHOICE, Channel.WEB, AT, EVIDENCE)),
            Map.entry(
                    "NoticeShown.1",
                    new NoticeShown(SOMEBODY, Purpose.TRAINING, NOTICE, POLICY, HASH, Channel.WEB, GERMANY, AT)),
            Map.entry("ObjectionRaised.1", new ObjectionRaised(SOMEBODY, Purpose.ANALYTICS, OFFICER, CASE, AT)),
            Map.entry("ObjectionSettled.1", new ObjectionSettled(SOMEBODY, Purpose.ANALYTICS, OFFICER, CASE, AT)),
            Map.entry(
                    "PolicyPublished.1",
                    new PolicyPublished(
                            Purpose.TRAINING,
                            POLICY,
                            List.of(new PolicyText("en", "Learning", "May others profit?")),
                            24,
                            AT,
                            OFFICER.id(),
                            AT)),
            Map.entry(
                    "PurposeDefined.1",
                    new PurposeDefined(
                            new Purpose("newsletter"),
                            2,
                            List.of(new PolicyText("en", "Newsletter", "Letters about what you like.")),
                            List.of("Post & Sons"),
                            List.of(Forwarding.SALE, Forwarding.SHARING),
                            true,
                            false,
                            OFFICER.id(),
                            AT)),
            Map.entry(
                    "ProcessingRestricted.1",
                    new ProcessingRestricted(SOMEBODY, Purpose.ANALYTICS, OFFICER, RestrictionGround.CLAIMS, CASE, AT)),
            Map.entry("RestrictionLifted.1", new RestrictionLifted(SOMEBODY, Purpose.ANALYTICS, OFFICER, CASE, AT)));

    private FrozenConsents() {}

    static ConsentGiven byGuardian() {
        Evidence evidence =
                new Evidence(HASH, NOTICE, GERMANY, new Actor(Actor.Kind.GUARDIAN, SOMEBODY), OFFICER, CASE);
        return new ConsentGiven(SOMEBODY, Purpose.EXPERIMENTS, POLICY, Channel.SUPPORT, AT, evidence, null);
    }
}
