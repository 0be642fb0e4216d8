package com.videowindow.patina.api.consent;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.videowindow.patina.api.messaging.AsOf;
import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.api.messaging.Done;
import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.api.messaging.ReadYourWrites;
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

    ConsentController(Commands commands, Questions questions, ReadYourWrites writes) {
        this.commands = commands;
        this.questions = questions;
        this.writes = writes;
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

    @Operation(operationId = "listConsents", summary = "What the caller allows, for every purpose.")
    @GetMapping
    AsOf<ConsentChoices> all(Caller caller, @RequestParam(required = false) @Nullable Long after) {
        FindConsents question = new FindConsents(caller.reader());
        return writes.read(after, "consent-ledger", () -> questions.ask(question, ConsentChoices.class));
    }

    @Operation(operationId = "getConsent", summary = "What the caller allows, for one purpose.")
    @GetMapping("/{purpose}")
    AsOf<Told> one(Caller caller, @PathVariable Purpose purpose, @RequestParam(required = false) @Nullable Long after) {
        AsOf<ConsentChoices> all = all(caller, after);
        ConsentChoices.Choice found = all.answer().choices().stream()
                .filter(choice -> choice.purpose() == purpose)
                .findFirst()
                .orElseGet(() -> new ConsentChoices.Choice(purpose, false, null, null, null));
        return new AsOf<>(new Told(found, all.answer().degraded()), all.stale());
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
