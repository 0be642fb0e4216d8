package com.videowindow.patina.api.consent;

import com.videowindow.patina.api.consent.ConsentReceipt.ControlSet;
import com.videowindow.patina.api.consent.ConsentReceipt.Event;
import com.videowindow.patina.api.consent.ConsentReceipt.Party;
import com.videowindow.patina.api.consent.ConsentReceipt.PiiProcessing;
import com.videowindow.patina.api.consent.ConsentReceipt.StateAtIssue;
import com.videowindow.patina.api.consent.Said.Role;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.ConsentEnded;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.ControlChanged;
import com.videowindow.patina.domain.consent.NoticeShown;
import com.videowindow.patina.domain.consent.ObjectionRaised;
import com.videowindow.patina.domain.consent.ObjectionSettled;
import com.videowindow.patina.domain.consent.Policies;
import com.videowindow.patina.domain.consent.ProcessingRestricted;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.PurposeEvent;
import com.videowindow.patina.domain.consent.PurposeStanding;
import com.videowindow.patina.domain.consent.RestrictionLifted;
import com.videowindow.patina.domain.consent.Standing;
import com.videowindow.patina.domain.erasure.Leavers;
import com.videowindow.patina.domain.privacy.Operator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Fills in a receipt. */
@Component
final class ReceiptForm {
    private static final String ENDLESS = "until a new choice";

    private final Policies policies;
    private final UseInTerms uses;
    private final Operator operator;
    private final Leavers leavers;

    ReceiptForm(Policies policies, UseInTerms uses, Operator operator, Leavers leavers) {
        this.policies = policies;
        this.uses = uses;
        this.operator = operator;
        this.leavers = leavers;
    }

    ConsentReceipt of(LedgerEntry entry, Instant now) {
        Said said = Said.of(entry.event());
        SubjectId person = entry.event().subject();
        return new ConsentReceipt(
                ConsentReceipt.PROFILE,
                UUID.randomUUID(),
                now,
                entry.position(),
                person,
                processing(entry.event(), said, now),
                parties(person, said.by()),
                event(entry, said),
                state(entry, now));
    }

    private PiiProcessing processing(ConsentEvent event, Said said, Instant now) {
        Purpose purpose = event instanceof PurposeEvent about ? about.purpose() : null;
        return new PiiProcessing(
                said.policyVersion(),
                said.textHash(),
                said.noticeId(),
                uses.language(purpose, said.policyVersion(), said.textHash()),
                purpose == null ? List.of() : List.of(uses.of(purpose, said.jurisdiction(), event.at(), now)),
                event instanceof ControlChanged set ? control(set) : null);
    }

    private static ControlSet control(ControlChanged set) {
        return new ControlSet(
                set.control(), set.on(), set.origin(), set.control().gpp().orElse(null));
    }

    private List<Party> parties(SubjectId person, Role by) {
        List<Party> all = new ArrayList<>();
        all.add(new Party(
                UseInTerms.CONTROLLER,
                operator.controller(),
                operator.address(),
                operator.contact(),
                "dpv:DataController",
                "dpv:Organisation"));
        all.add(new Party(
                "data_protection_officer",
                operator.officer(),
                operator.address(),
                operator.officer(),
                "dpv:DataProtectionOfficer",
                "dpv:LegalEntity"));
        all.add(new Party(UseInTerms.AUTHORITY, operator.authority(), null, null, "dpv:Authority", "dpv:Authority"));
        all.add(new Party(person.toString(), null, null, null, "dpv:DataSubject", "dpv:HumanSubject"));
        if (by == Role.GUARDIAN) {
            all.add(new Party("guardian", null, null, null, "dpv:GuardianOfDataSubject", "dpv:HumanSubject"));
        }
        return List.copyOf(all);
    }

    private static Event event(LedgerEntry entry, Said said) {
        ConsentEvent event = entry.event();
        return new Event(
                event.at(),
                said.expires() == null ? ENDLESS : event.at() + "/" + said.expires(),
                entity(event.subject(), said.by()),
                said.by(),
                type(event),
                state(event, entry.then()),
                said.channel(),
                entry.name(),
                entry.sequence());
    }

    /** Officers and the engine decide for who answers for the data. */
    private static String entity(SubjectId person, Role by) {
        return switch (by) {
            case SUBJECT -> person.toString();
            case GUARDIAN -> "guardian";
            case OFFICER, ENGINE, OPERATOR -> UseInTerms.CONTROLLER;
        };
    }

    private static String type(ConsentEvent event) {
        return switch (event) {
            case ControlChanged set -> type(set);
            case ObjectionRaised raised -> "dpv:ObjectingToProcess";
            case ObjectionSettled settled -> "dpv:ObjectingToProcess";
            case ProcessingRestricted restricted -> "eu-gdpr:A18";
            case RestrictionLifted lifted -> "eu-gdpr:A18";
            case NoticeShown shown -> "dpv:ExpressedConsent";
            case ConsentGiven given -> "dpv:ExpressedConsent";
            case ConsentEnded ended -> "dpv:ExpressedConsent";
        };
    }

    /** Whose age is known is no choice about a use. */
    private static String type(ControlChanged set) {
        if (set.control() == Control.MINOR) {
            return "dpv:Child";
        }
        return set.on() ? "dpv:OptingOutFromProcess" : "dpv:OptingInToProcess";
    }

    private static String state(ConsentEvent event, Standing standing) {
        return switch (event) {
            case ControlChanged set -> standing.isOn(set.control()) ? "on" : "off";
            case PurposeEvent about -> standing.of(about.purpose()).status().term();
        };
    }

    private StateAtIssue state(LedgerEntry entry, Instant now) {
        Standing standing = entry.now();
        SubjectId subject = entry.event().subject();
        Purpose purpose = entry.event() instanceof PurposeEvent about ? about.purpose() : null;
        PurposeStanding stands = purpose == null ? null : standing.of(purpose);
        return new StateAtIssue(
                now,
                entry.through(),
                state(entry.event(), standing),
                purpose == null ? null : standing.permits(purpose, policies, now) && !leavers.isLeaving(subject),
                stands == null ? null : stands.restricted(),
                stands == null ? null : stands.objected(),
                standing.controls().keySet().stream().filter(standing::isOn).toList());
    }
}
