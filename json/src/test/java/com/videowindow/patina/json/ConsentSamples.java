package com.videowindow.patina.json;

import static com.videowindow.patina.json.Samples.ANNA;
import static com.videowindow.patina.json.Samples.NOON;
import static com.videowindow.patina.json.Samples.OFFICER;
import static com.videowindow.patina.json.Samples.POLICY;

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
import com.videowindow.patina.domain.erasure.CaseReference;
import java.time.LocalDate;
import java.util.List;

/** One full event of each kind that is about consent. */
final class ConsentSamples {
    private static final CaseReference CASE = new CaseReference("2026-17");
    private static final NoticeId NOTICE = new NoticeId("n-1");
    private static final TextHash HASH = TextHash.of("May we?");
    private static final Jurisdiction GERMANY = new Jurisdiction("DE");
    private static final Evidence EVIDENCE = new Evidence(HASH, NOTICE, GERMANY, OFFICER);
    private static final LocalDate DAY = LocalDate.of(2027, 3, 2);

    private ConsentSamples() {}

    static List<DomainEvent> everyEvent() {
        return List.of(
                new ConsentGiven(ANNA, Purpose.PERSONALIZATION, POLICY, Channel.WEB, NOON, EVIDENCE, DAY),
                new ConsentWithdrawn(ANNA, Purpose.TRAINING, POLICY, Channel.IMPORT, NOON),
                new ConsentRefused(ANNA, Purpose.TRAINING, POLICY, Channel.IOS, NOON, Evidence.NONE),
                new ConsentRevoked(ANNA, Purpose.TRAINING, OFFICER, CASE, NOON),
                new ConsentInvalidated(ANNA, Purpose.TRAINING, OFFICER, CASE, NOON),
                new ConsentExpired(ANNA, Purpose.TRAINING, NOON),
                new NoticeShown(ANNA, Purpose.TRAINING, NOTICE, POLICY, HASH, Channel.WEB, GERMANY, NOON),
                new ProcessingRestricted(ANNA, Purpose.ANALYTICS, OFFICER, RestrictionGround.CLAIMS, CASE, NOON),
                new RestrictionLifted(ANNA, Purpose.ANALYTICS, OFFICER, CASE, NOON),
                new ObjectionRaised(ANNA, Purpose.ANALYTICS, OFFICER, null, NOON),
                new ObjectionSettled(ANNA, Purpose.ANALYTICS, OFFICER, CASE, NOON),
                new ControlChanged(
                        ANNA, Control.SALE_OPT_OUT, true, ControlChanged.Origin.GPC, Channel.WEB, NOON, EVIDENCE),
                new PolicyPublished(
                        Purpose.TRAINING,
                        POLICY,
                        List.of(new PolicyText("en", "Learning", "May others profit?")),
                        24,
                        NOON,
                        ANNA,
                        NOON),
                new PurposeDefined(
                        new Purpose("newsletter"),
                        2,
                        List.of(new PolicyText("en", "Newsletter", "Letters about what you like.")),
                        List.of("Post & Sons"),
                        List.of(Forwarding.SALE),
                        true,
                        false,
                        ANNA,
                        NOON));
    }
}
