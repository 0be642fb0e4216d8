package com.videowindow.patina.command.catalog;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.EditorialListSet;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** What editors put first. Whether there is such content is asked where the list comes in. */
@Aggregate(type = "editorial")
final class EditorialList {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private @Nullable List<ContentId> contents;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Change handle(SetEditorialList command) {
        if (command.contents().equals(contents)) {
            return Change.UNCHANGED;
        }
        Change change = contents == null ? Change.CREATED : Change.CHANGED;
        apply(new EditorialListSet(command.contents(), command.at()));
        return change;
    }

    @EventSourcingHandler
    void on(EditorialListSet event) {
        stream = EditorialListSet.STREAM;
        contents = event.contents();
    }
}
