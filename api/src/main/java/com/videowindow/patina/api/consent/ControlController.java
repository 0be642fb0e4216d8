package com.videowindow.patina.api.consent;

import com.videowindow.patina.api.messaging.Answer;
import com.videowindow.patina.api.problem.Problem;
import com.videowindow.patina.api.problem.ProblemType;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.command.consent.ConsentCommand.SetControl;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.ControlChanged.Origin;
import com.videowindow.patina.domain.consent.ControlStanding;
import com.videowindow.patina.domain.consent.Evidence;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.query.consent.ConsentChoices;
import com.videowindow.patina.query.consent.ConsentChoices.Setting;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a person sets for all uses of their data at once. */
@RestController
@RequestMapping("/api/v1/user/controls")
final class ControlController {

    private final ConsentDesk desk;

    ControlController(ConsentDesk desk) {
        this.desk = desk;
    }

    @Operation(operationId = "listControls", summary = "What the caller, or their browser, set for all purposes.")
    @GetMapping
    Answer<Settings> all(Caller caller, @RequestParam(required = false) @Nullable Long after) {
        Answer<ConsentChoices> known = desk.choices(caller.reader(), after, null);
        return known.with(new Settings(known.answer().controls()));
    }

    @Operation(operationId = "setControl", summary = "Sets what holds for all purposes, from the next request on.")
    @PutMapping("/{control}")
    SetNow set(Caller caller, @PathVariable Control control, @RequestBody Switch wanted) {
        if (control == Control.MINOR && !wanted.on()) {
            throw new Unacceptable(
                    Problem.of(ProblemType.GUARDIAN_NEEDED, "That somebody is of age now is recorded by an officer."));
        }
        SubjectId subject = caller.subject();
        return set(new SetControl(
                new RequestId(UUID.randomUUID()),
                subject,
                control,
                wanted.on(),
                Origin.CHOICE,
                OwnChannel.or(wanted.channel()),
                Evidence.NONE,
                Instant.now()));
    }

    private SetNow set(SetControl command) {
        ConsentDesk.Outcome outcome = desk.decide(command);
        ControlStanding now =
                Objects.requireNonNull(outcome.decided().standing().controls().get(command.control()));
        return new SetNow(
                command.control(),
                now.on(),
                now.origin(),
                now.conflict(),
                command.control().gpp().orElse(null),
                outcome.position(),
                outcome.effective());
    }

    /** All that were ever set. */
    record Settings(List<Setting> controls) {}

    record Switch(boolean on, @Nullable Channel channel) {
        Switch {
            OwnChannel.check(channel);
        }
    }

    /**
     * A control as it is now.
     *
     * @param conflict a signal of the browser asked for something else before
     * @param gpp its field in the Global Privacy Platform's sections for the United States
     * @param effective this node acts on it already; the others do within seconds
     */
    record SetNow(
            Control control,
            boolean on,
            Origin origin,
            boolean conflict,
            @Nullable String gpp,
            LogPosition position,
            boolean effective) {}
}
