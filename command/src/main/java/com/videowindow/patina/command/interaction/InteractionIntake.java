package com.videowindow.patina.command.interaction;

import com.videowindow.patina.command.consent.ConsentCheck;
import com.videowindow.patina.command.consent.ConsentCheck.Permission;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.Refusal;
import com.videowindow.patina.domain.Refusal.BeforeErasure;
import com.videowindow.patina.domain.Refusal.ConsentMissing;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.audit.Fact;
import com.videowindow.patina.domain.audit.FactLog;
import com.videowindow.patina.domain.audit.Stored;
import com.videowindow.patina.domain.catalog.Catalog;
import com.videowindow.patina.domain.commerce.OrderId;
import com.videowindow.patina.domain.commerce.OrderPlaced;
import com.videowindow.patina.domain.commerce.Sale;
import com.videowindow.patina.domain.interaction.InteractionContext;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interest.Facets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides what a reported interaction is worth storing as: consent and the catalogue are asked at receipt. */
@Component
final class InteractionIntake {

    private final ConsentCheck consents;
    private final InteractionRules rules;
    private final FactLog log;

    InteractionIntake(ConsentCheck consents, Catalog catalog, FactLog log) {
        this.consents = consents;
        this.rules = new InteractionRules(catalog);
        this.log = log;
    }

    @CommandHandler
    List<Verdict> handle(RecordInteractions command) {
        Permission personal = consents.ask(command.subject(), command.purpose(), command.receivedAt());
        Batch batch = Batch.judge(command.interactions(), interaction -> worth(interaction, command, personal));
        List<Stored> stored = batch.facts().isEmpty() ? List.of() : log.storeOnce(batch.facts());
        return batch.verdicts(stored);
    }

    private List<Fact> worth(Interaction interaction, RecordInteractions command, Permission personal) {
        InteractionRules.About about = rules.about(interaction);
        Instant at =
                ClientClock.correct(interaction.at(), interaction.sentAt(), command.receivedAt(), command.imported());
        if (command.since() != null && at.isBefore(command.since())) {
            throw new Refused(refusal(command));
        }
        List<Fact> facts = new ArrayList<>(2);
        OrderId order = interaction.context().order();
        if (interaction.kind() == InteractionKind.PURCHASE && order != null) {
            OrderPlaced placed = new OrderPlaced(
                    command.subject(), order, interaction.content(), interaction.lines(), interaction.total(), at);
            facts.add(fact("order", command, interaction, placed));
        }
        if (personal.isGivenFor(at)) {
            InteractionContext kept = Minimised.of(interaction.kind(), interaction.context(), personal);
            facts.add(fact("interaction", command, interaction, recorded(interaction, command, about, kept, at)));
        }
        if (facts.isEmpty()) {
            throw new Refused(new ConsentMissing(command.purpose()));
        }
        return facts;
    }

    /** Whoever imports is not told who left, nor when. */
    private static Refusal refusal(RecordInteractions command) {
        return command.imported() ? new ConsentMissing(command.purpose()) : new BeforeErasure();
    }

    private static Fact fact(String family, RecordInteractions command, Interaction interaction, DomainEvent event) {
        return new Fact(family, command.subject(), interaction.message().value(), interaction.at(), event);
    }

    private static InteractionRecorded recorded(
            Interaction interaction,
            RecordInteractions command,
            InteractionRules.About about,
            InteractionContext context,
            Instant at) {
        return new InteractionRecorded(
                command.subject(),
                interaction.message(),
                interaction.session(),
                interaction.kind(),
                interaction.content(),
                about.shown(),
                interaction.engagement(),
                context,
                sale(interaction, about.sold()),
                at,
                command.receivedAt());
    }

    private static @Nullable Sale sale(Interaction interaction, Facets sold) {
        return interaction.lines().isEmpty() && interaction.total() == null
                ? null
                : new Sale(interaction.lines(), interaction.total(), sold);
    }
}
