package com.videowindow.patina.command.catalog;

import com.videowindow.patina.domain.Refusal.Implausible;
import com.videowindow.patina.domain.Refusal.UnknownContent;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.catalog.Catalog;
import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentPublished;
import com.videowindow.patina.domain.catalog.ContentRestored;
import com.videowindow.patina.domain.catalog.ContentRetired;
import java.util.Collections;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** One piece of content. Embeddings are of one length, as far as the catalogue is known: of others no likeness could be told. */
@Aggregate(type = "content", snapshotTriggerDefinition = "catalogSnapshots")
@Revision("2")
final class ContentItem extends CatalogItem<Content> {

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Change handle(PublishContent command, Catalog catalog) {
        Content content = command.content();
        Set<Integer> lengths = catalog.embeddingLengths(content.id());
        int length = content.embedding().size();
        if (length > 0 && !lengths.isEmpty() && !lengths.contains(length)) {
            throw new Refused(new Implausible(
                    "embedding", "must have " + Collections.min(lengths) + " numbers, as those of other content"));
        }
        return offer(content, new ContentPublished(content, command.at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RetireContent command) {
        retire(new ContentRetired(command.content(), command.at()), new UnknownContent(command.content()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RestoreContent command) {
        restore(new ContentRestored(command.content(), command.at()), new UnknownContent(command.content()));
    }

    @EventSourcingHandler
    void on(ContentPublished event) {
        stands(event.content().id().stream(), event.content());
    }

    @EventSourcingHandler
    void on(ContentRetired event) {
        isRetired(true);
    }

    @EventSourcingHandler
    void on(ContentRestored event) {
        isRetired(false);
    }
}
