package com.videowindow.patina.command.catalog;

import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.privacy.AboutNobody;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Add content, or change it as a whole; the same content again changes nothing. Answers a {@link Change}. */
@AboutNobody
public record PublishContent(Content content, Instant at) {

    @TargetAggregateIdentifier
    String stream() {
        return content.id().stream();
    }
}
