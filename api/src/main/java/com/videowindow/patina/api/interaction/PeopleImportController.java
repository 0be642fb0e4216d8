package com.videowindow.patina.api.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.api.security.Callers;
import com.videowindow.patina.command.consent.ConsentCommand.GiveConsent;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.CurrentConsents;
import com.videowindow.patina.domain.consent.Evidence;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes people over with a data set: their consents are marked as imported, and their past may be any age. */
@RestController
final class PeopleImportController {

    private final Callers callers;
    private final CurrentConsents gate;
    private final Commands commands;
    private final EventIntake intake;

    PeopleImportController(Callers callers, CurrentConsents gate, Commands commands, EventIntake intake) {
        this.callers = callers;
        this.gate = gate;
        this.commands = commands;
        this.intake = intake;
    }

    @Operation(operationId = "importPerson", summary = "Takes over somebody with their consents and past.")
    @PostMapping("/api/v1/imports/people")
    EventIntake.Report takeOver(@RequestBody Person person) {
        Caller takenOver = callers.of(person.userId());
        Set<Purpose> allowed = gate.allowedBy(takenOver.reader());
        for (Purpose purpose : person.consents()) {
            if (!allowed.contains(purpose)) {
                SubjectId subject = takenOver.subject();
                commands.sendForReceipt(
                        new GiveConsent(subject, purpose, policy(person), Channel.IMPORT, Evidence.NONE, Instant.now()),
                        Object.class);
            }
        }
        return intake.takeIn(takenOver, person.events(), true);
    }

    private static PolicyVersion policy(Person person) {
        return person.policyVersion() == null ? new PolicyVersion("import-" + person.source()) : person.policyVersion();
    }

    /**
     * Somebody from elsewhere.
     *
     * @param source the data set's name
     * @param consents that the data set vouches for
     */
    record Person(
            String source,
            PlatformUserId userId,
            List<Purpose> consents,
            @Nullable PolicyVersion policyVersion,

            @ArraySchema(schema = @Schema(implementation = EventBody.class))
            List<JsonNode> events) {
        Person {
            if (!source.matches("[a-z0-9][a-z0-9.-]{0,40}")) {
                throw new IllegalArgumentException("source must be 1 to 41 of a-z, 0-9, . and -");
            }
        }
    }
}
