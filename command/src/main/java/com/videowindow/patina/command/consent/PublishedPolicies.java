package com.videowindow.patina.command.consent;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.videowindow.patina.domain.Refusal.Implausible;
import com.videowindow.patina.domain.Refusal.PolicyStands;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.consent.Policies;
import com.videowindow.patina.domain.consent.PolicyPublished;
import com.videowindow.patina.domain.consent.PolicyVersion;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** All versions of what people are asked about one use. What people have answered never changes. */
@Aggregate(type = "policy")
final class PublishedPolicies {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private final Map<PolicyVersion, PolicyPublished> versions = new HashMap<>();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PolicyPublished handle(PublishPolicy command, Policies policies) {
        if (!policies.isKnown(command.purpose())) {
            throw new Refused(new Implausible("purpose", "names none that is defined"));
        }
        PolicyPublished policy = command.published();
        PolicyPublished known = versions.get(command.version());
        if (known == null) {
            if (command.renewBy() != null && command.renewBy().isBefore(command.at())) {
                throw new Refused(new Implausible("renewBy", "must not be in the past"));
            }
            apply(policy);
            return policy;
        }
        if (!saysSame(known, policy)) {
            throw new Refused(new PolicyStands());
        }
        return known;
    }

    private static boolean saysSame(PolicyPublished one, PolicyPublished other) {
        return one.equals(new PolicyPublished(
                other.purpose(),
                other.version(),
                other.texts(),
                other.validMonths(),
                other.renewBy(),
                one.by(),
                one.at()));
    }

    @EventSourcingHandler
    void on(PolicyPublished event) {
        stream = PolicyPublished.stream(event.purpose());
        versions.put(event.version(), event);
    }
}
