package com.videowindow.patina.api.consent;

import com.videowindow.patina.api.lookup.LooksUp;
import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.api.messaging.Done;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.command.consent.PublishPolicy;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.consent.Policies;
import com.videowindow.patina.domain.consent.PolicyPublished;
import com.videowindow.patina.domain.consent.PolicyText;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.TextHash;
import com.videowindow.patina.domain.lookup.LookupKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people are asked is decided by officers, and never changed after it was published. */
@RestController
@RequestMapping("/api/v1/compliance/policies")
final class PolicyController {

    private final Commands commands;
    private final Policies policies;

    PolicyController(Commands commands, Policies policies) {
        this.commands = commands;
        this.policies = policies;
    }

    @Operation(operationId = "listAllPolicies", summary = "All policies that were ever published, oldest first.")
    @LooksUp(LookupKind.POLICIES)
    @GetMapping
    PolicyViews all() {
        return new PolicyViews(policies.purposes().stream()
                .flatMap(purpose -> policies.of(purpose).stream())
                .map(policy -> PolicyView.of(policy, policies))
                .toList());
    }

    @Operation(
            operationId = "publishPolicy",
            summary = "Publishes a version of what people are asked; the same again changes nothing.")
    @LooksUp(LookupKind.POLICIES)
    @PutMapping("/{purpose}/{version}")
    Published publish(
            Caller officer,
            @PathVariable Purpose purpose,
            @PathVariable PolicyVersion version,
            @RequestBody PolicyBody body) {
        Done<PolicyPublished> done = commands.sendForReceipt(
                new PublishPolicy(
                        purpose,
                        version,
                        body.texts(),
                        body.validMonths(),
                        body.renewBy(),
                        officer.subject(),
                        Instant.now()),
                PolicyPublished.class);
        return new Published(
                purpose,
                version,
                done.result().texts().stream().map(PolicyText::hash).toList(),
                done.result().at(),
                done.position());
    }

    /**
     * What people are asked.
     *
     * @param texts one for each language
     * @param validMonths how long an answer holds, 1 to 120; for good when absent
     * @param renewBy from when on answers to former versions no longer count; they go on counting when absent
     */
    record PolicyBody(
            List<PolicyText> texts,
            @Nullable Integer validMonths,
            @Nullable Instant renewBy) {
        PolicyBody {
            PolicyText.checkNew(texts);
            PolicyPublished.checkMonths(validMonths);
        }
    }

    @Schema(name = "PublishedPolicy")
    record Published(
            Purpose purpose, PolicyVersion version, List<TextHash> textHashes, Instant at, LogPosition position) {}

    record PolicyViews(List<PolicyView> policies) {}

    /** @param newest what people are asked now */
    record PolicyView(
            Purpose purpose,
            PolicyVersion version,
            List<PolicyText> texts,
            List<TextHash> textHashes,
            @Nullable Integer validMonths,
            @Nullable Instant renewBy,
            Instant at,
            boolean newest) {

        static PolicyView of(PolicyPublished policy, Policies policies) {
            return new PolicyView(
                    policy.purpose(),
                    policy.version(),
                    policy.texts(),
                    policy.texts().stream().map(PolicyText::hash).toList(),
                    policy.validMonths(),
                    policy.renewBy(),
                    policy.at(),
                    policies.newest(policy.purpose()).filter(policy::equals).isPresent());
        }
    }
}
