package com.videowindow.patina.api.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.videowindow.patina.api.messaging.Answer;
import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.api.messaging.Done;
import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.api.messaging.ReadYourWrites;
import com.videowindow.patina.api.messaging.TimeTravel;
import com.videowindow.patina.command.consent.ConsentCommand;
import com.videowindow.patina.command.consent.Decided;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Policies;
import com.videowindow.patina.query.consent.ConsentChoices;
import com.videowindow.patina.query.consent.ConsentChoices.Choice;
import com.videowindow.patina.query.consent.FindConsents;
import com.videowindow.patina.query.consent.FindPastConsents;
import com.videowindow.patina.query.consent.PastChoices;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the doors of people and officers have in common. */
@Component
final class ConsentDesk {

    private final Commands commands;
    private final Questions questions;
    private final ReadYourWrites writes;
    private final TimeTravel past;
    private final Policies policies;

    ConsentDesk(Commands commands, Questions questions, ReadYourWrites writes, TimeTravel past, Policies policies) {
        this.commands = commands;
        this.questions = questions;
        this.writes = writes;
        this.past = past;
        this.policies = policies;
    }

    /**
     * After a decision.
     *
     * @param effective this node acts on it already; the others do within seconds
     */
    record Outcome(Decided decided, LogPosition position, boolean effective) {}

    Outcome decide(ConsentCommand command) {
        Done<Decided> done = commands.sendForReceipt(command, Decided.class);
        // The gate of this node must know before the person's next request, which may come at once.
        boolean held = !writes.isStale(done.position().value(), "memory");
        return new Outcome(done.result(), done.position(), held);
    }

    /** The same, told as where the purpose stands now. */
    StandsNow decide(ConsentCommand.OfPurpose command) {
        Outcome outcome = decide((ConsentCommand) command);
        Choice choice = ChoiceOf.decided(command, outcome.decided(), policies);
        return new StandsNow(
                choice,
                outcome.position(),
                outcome.effective(),
                outcome.decided().untrue());
    }

    /**
     * Where one purpose stands after a decision about it; who repeats one gets channel and time of the first.
     *
     * @param notRecorded fields of a no that name what nobody was asked: the no stands, and they are replaced or left out
     */
    record StandsNow(
            @JsonUnwrapped Choice choice,
            LogPosition position,
            boolean effective,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notRecorded) {}

    Answer<ConsentChoices> choices(SubjectId subject, @Nullable Long after, @Nullable String asOf) {
        return asOf == null
                ? writes.read(after, "consent-ledger", () -> now(subject))
                : past.read(asOf, after, then -> {
                    PastChoices found =
                            questions.ask(new FindPastConsents(subject, then.position(), then.at()), PastChoices.class);
                    return Answer.now(found.choices(), !found.whole());
                });
    }

    private ConsentChoices now(SubjectId subject) {
        return questions.ask(new FindConsents(subject, Instant.now()), ConsentChoices.class);
    }
}
