package com.videowindow.patina.command.catalog;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.videowindow.patina.domain.catalog.EditorialRules;
import com.videowindow.patina.domain.catalog.EditorialRulesSet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The rules of the editors. Whether there is the content that they name is asked where they come in. */
@Aggregate(type = "editorial")
final class HouseRules {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private @Nullable EditorialRules rules;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Change handle(SetEditorialRules command) {
        if (command.rules().equals(rules)) {
            return Change.UNCHANGED;
        }
        Change change = rules == null ? Change.CREATED : Change.CHANGED;
        apply(new EditorialRulesSet(command.rules(), command.at()));
        return change;
    }

    @EventSourcingHandler
    void on(EditorialRulesSet event) {
        stream = EditorialRulesSet.STREAM;
        rules = event.rules();
    }
}
