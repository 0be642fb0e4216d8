package com.videowindow.patina.api.consent;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.videowindow.patina.api.messaging.Answer;
import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.api.messaging.Done;
import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.api.messaging.ReadYourWrites;
import com.videowindow.patina.api.messaging.TimeTravel;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.command.consent.GiveConsent;
import com.videowindow.patina.command.consent.WithdrawConsent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.query.consent.ConsentChoices;
import com.videowindow.patina.query.consent.FindConsents;
import com.videowindow.patina.query.consent.FindPastConsents;
import com.videowindow.patina.query.consent.PastChoices;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A person's own choices. */
@RestController
@RequestMapping("/api/v1/user/consents")
final class ConsentController {

    private final Commands commands;
    private final Questions questions;
    private final ReadYourWrites writes;
    private final TimeTravel past;

    ConsentController(Commands commands, Questions questions, ReadYourWrites writes, TimeTravel past) {
        this.commands = commands;
        this.questions = questions;
        this.writes = writes;
        this.past = past;
    }

    @Operation(
            operationId = "decideConsent",
            summary = "Allows or forbids one use of the caller's data; holds at once.")
    @PutMapping("/{purpose}")
    Chosen choose(Caller caller, @PathVariable Purpose purpose, @RequestBody Decision decision) {
        SubjectId subject = caller.subject();
        Channel channel = decision.channel() == null ? Channel.API : decision.channel();
        Instant now = Instant.now();
        Done<ConsentEvent> done = commands.sendForReceipt(
                decision.granted()
                        ? new GiveConsent(subject, purpose, decision.policyVersion(), channel, now)
                        : new WithdrawConsent(subject, purpose, decision.policyVersion(), channel, now),
                ConsentEvent.class);
        // The gate of this node must know before the person's next request, which may come at once.
        boolean held = !writes.isStale(done.position().value(), "memory");
        ConsentEvent stored = done.result();
        return new Chosen(
                purpose, decision.granted(), stored.policy(), stored.channel(), stored.at(), done.position(), held);
    }

    @Operation(operationId = "listConsents", summary = "What the caller allows, or allowed, for every purpose.")
    @GetMapping
    Answer<ConsentChoices> all(
            Caller caller,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable String asOf) {
        return asOf == null
                ? writes.read(after, "consent-ledger", () -> ask(caller))
                : past.read(asOf, after, then -> asTheyWere(caller, then.position()));
    }

    private ConsentChoices ask(Caller caller) {
        return questions.ask(new FindConsents(caller.reader()), ConsentChoices.class);
    }

    private Answer<ConsentChoices> asTheyWere(Caller caller, LogPosition position) {
        PastChoices found = questions.ask(new FindPastConsents(caller.reader(), position), PastChoices.class);
        return Answer.now(found.choices(), !found.whole());
    }

    @Operation(operationId = "getConsent", summary = "What the caller allows, or allowed, for one purpose.")
    @GetMapping("/{purpose}")
    Answer<Told> one(
            Caller caller,
            @PathVariable Purpose purpose,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable String asOf) {
        Answer<ConsentChoices> all = all(caller, after, asOf);
        ConsentChoices.Choice found = all.answer().choices().stream()
                .filter(choice -> choice.purpose() == purpose)
                .findFirst()
                .orElseGet(() -> new ConsentChoices.Choice(purpose, false, null, null, null));
        return all.with(new Told(found, all.answer().degraded()));
    }

    /** One choice, and whether the read side is away, so that memory tells no more than whether it is allowed. */
    record Told(@JsonUnwrapped ConsentChoices.Choice choice, boolean degraded) {}

    /** What a person decides, on which policy text. */
    record Decision(
            boolean granted,
            PolicyVersion policyVersion,
            @Nullable Channel channel) {
        Decision {
            if (channel == Channel.IMPORT) {
                throw new IllegalArgumentException("channel must not be import");
            }
        }
    }

    /**
     * The choice as it stands now; who repeats it gets channel and time of the first.
     *
     * @param effective this node acts on it already; the others do within seconds
     */
    record Chosen(
            Purpose purpose,
            boolean granted,
            PolicyVersion policyVersion,
            Channel channel,
            Instant at,
            LogPosition position,
            boolean effective) {}
}
