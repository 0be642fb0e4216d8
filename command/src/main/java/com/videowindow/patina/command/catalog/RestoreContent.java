package com.videowindow.patina.command.catalog;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.privacy.AboutNobody;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Show retired content again. */
@AboutNobody
public record RestoreContent(ContentId content, Instant at) {

    @TargetAggregateIdentifier
    String stream() {
        return content.stream();
    }
}
