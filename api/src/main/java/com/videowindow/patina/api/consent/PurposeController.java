package com.videowindow.patina.api.consent;

import com.videowindow.patina.api.lookup.LooksUp;
import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.api.messaging.Done;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.command.consent.DefinePurpose;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.consent.Forwarding;
import com.videowindow.patina.domain.consent.Policies;
import com.videowindow.patina.domain.consent.PolicyText;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.PurposeDefined;
import com.videowindow.patina.domain.lookup.LookupKind;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people's data may be used for with their consent is decided by officers. */
@RestController
@RequestMapping("/api/v1/compliance/purposes")
final class PurposeController {

    /** What stands beside a purpose in the addresses of consents. */
    private static final Set<String> NOT_FREE = Set.of("history", "notices");

    private final Commands commands;
    private final Policies policies;

    PurposeController(Commands commands, Policies policies) {
        this.commands = commands;
        this.policies = policies;
    }

    @Operation(
            operationId = "listPurposes",
            summary = "Every use of data that people can consent to, with all its definitions, oldest first.")
    @LooksUp(LookupKind.POLICIES)
    @GetMapping
    PurposeViews all() {
        Instant now = Instant.now();
        return new PurposeViews(policies.purposes().stream()
                .map(purpose -> new PurposeView(
                        purpose,
                        purpose.isOwn(),
                        policies.isOffered(purpose, now),
                        policies.definitions(purpose).stream()
                                .map(Definition::of)
                                .toList()))
                .toList());
    }

    @Operation(
            operationId = "definePurpose",
            summary =
                    "Defines a use of data, or a new version of it; the same again changes nothing. Consents to a former version hold no more unless it says so; one that is not offered is asked for no more, and no consent to it holds.")
    @LooksUp(LookupKind.POLICIES)
    @PutMapping("/{name}")
    Defined define(Caller officer, @PathVariable String name, @RequestBody PurposeBody body) {
        Purpose purpose = named(name);
        Done<PurposeDefined> done = commands.sendForReceipt(
                new DefinePurpose(
                        purpose,
                        body.texts(),
                        PurposeDefined.checked(body.recipients()),
                        body.ways(),
                        body.offered() == null || body.offered(),
                        body.keepsConsents() != null && body.keepsConsents(),
                        officer.subject(),
                        Instant.now()),
                PurposeDefined.class);
        return new Defined(
                purpose,
                done.result().version(),
                done.result().offered(),
                done.result().keepsConsents(),
                done.result().at(),
                done.position());
    }

    private static Purpose named(String name) {
        try {
            Purpose purpose = new Purpose(name);
            if (NOT_FREE.contains(purpose.name())) {
                throw Unacceptable.field("name", "has another meaning in addresses");
            }
            return purpose;
        } catch (IllegalArgumentException odd) {
            throw Unacceptable.field("name", Objects.requireNonNullElse(odd.getMessage(), "is no name"));
        }
    }

    /**
     * What a use of data is.
     *
     * @param texts what it is, one for each language
     * @param recipients who gets data for it beside the operator; nobody when absent
     * @param forwards the ways in which it hands data to others, that people can opt out of; none when absent
     * @param offered whether people may be asked for it; yes when absent
     * @param keepsConsents whether consents to the former version go on holding, which they do not when absent: people are
     *     then to be asked by a policy that is published after this
     */
    record PurposeBody(
            List<PolicyText> texts,
            @Nullable List<String> recipients,
            @Nullable List<Forwarding> forwards,
            @Nullable Boolean offered,
            @Nullable Boolean keepsConsents) {
        PurposeBody {
            PolicyText.checkNew(texts);
            PurposeDefined.checked(recipients);
        }

        List<Forwarding> ways() {
            return forwards == null ? List.of() : forwards;
        }
    }

    /** @param keepsConsents false where people have to be asked anew */
    record Defined(
            Purpose purpose, int version, boolean offered, boolean keepsConsents, Instant at, LogPosition position) {}

    record PurposeViews(List<PurposeView> purposes) {}

    /**
     * One use of data.
     *
     * @param ofEngine whether the engine itself uses data for it
     * @param offered whether people may be asked for it now
     */
    record PurposeView(Purpose purpose, boolean ofEngine, boolean offered, List<Definition> definitions) {}

    record Definition(
            int version,
            List<PolicyText> texts,
            List<String> recipients,
            List<Forwarding> forwards,
            boolean offered,
            boolean keepsConsents,
            Instant at) {

        static Definition of(PurposeDefined defined) {
            return new Definition(
                    defined.version(),
                    defined.texts(),
                    defined.recipients(),
                    defined.forwards(),
                    defined.offered(),
                    defined.keepsConsents(),
                    defined.at());
        }
    }
}
