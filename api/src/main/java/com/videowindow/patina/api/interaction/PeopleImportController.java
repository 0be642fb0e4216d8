package com.videowindow.patina.api.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.consent.ShownText;
import com.videowindow.patina.api.interaction.ImportedConsents.Vouched;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.api.security.Callers;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.TextHash;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes people over with a data set: their consents are marked as imported, and their past may be any age. */
@RestController
final class PeopleImportController {

    private final Callers callers;
    private final ImportedConsents consents;
    private final EventIntake intake;

    PeopleImportController(Callers callers, ImportedConsents consents, EventIntake intake) {
        this.callers = callers;
        this.consents = consents;
        this.intake = intake;
    }

    /**
     * What became of somebody.
     *
     * @param results of their events, in their order
     * @param position by which all of these are stored
     * @param passedOver consents that the data set vouches for and that do not count, since something else was decided here
     */
    record TakenOver(List<Outcome> results, @Nullable LogPosition position, List<Purpose> passedOver) {}

    @Operation(
            operationId = "importPerson",
            summary = "Takes over somebody with their past, and with consents to what nothing was said about here.")
    @PostMapping("/api/v1/imports/people")
    TakenOver takeOver(@RequestBody Person person) {
        Caller takenOver = callers.of(person.userId());
        List<Purpose> passedOver = consents.takeOver(takenOver, person.vouched());
        EventIntake.Report report = intake.takeIn(takenOver, person.events(), true);
        return new TakenOver(report.results(), report.position(), passedOver);
    }

    /**
     * Somebody from elsewhere.
     *
     * @param source the data set's name
     * @param consents that the data set vouches for
     * @param textHash SHA-256 in hex of the text that they answered; this or language where the policy has several
     * @param language in which they were asked, in place of the hash
     * @param givenAt when they were given, from which on their policies count for how long they hold; now when absent
     */
    record Person(
            String source,
            PlatformUserId userId,
            List<Purpose> consents,
            @Nullable PolicyVersion policyVersion,
            @Nullable TextHash textHash,
            @Nullable String language,
            @Nullable Instant givenAt,

            @ArraySchema(schema = @Schema(implementation = EventBody.class))
            List<JsonNode> events) {
        Person {
            if (!source.matches("[a-z0-9][a-z0-9.-]{0,40}")) {
                throw new IllegalArgumentException("source must be 1 to 41 of a-z, 0-9, . and -");
            }
            if (givenAt != null && givenAt.isAfter(Instant.now())) {
                throw new IllegalArgumentException("givenAt must not be in the future");
            }
            language = new ShownText(textHash, language).language();
        }

        private Vouched vouched() {
            PolicyVersion policy = policyVersion == null ? new PolicyVersion("import-" + source) : policyVersion;
            return new Vouched(consents, policy, new ShownText(textHash, language), givenAt);
        }
    }
}
