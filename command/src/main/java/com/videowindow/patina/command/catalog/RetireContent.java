package com.videowindow.patina.command.catalog;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.privacy.AboutNobody;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** No longer show content. */
@AboutNobody
public record RetireContent(ContentId content, Instant at) {

    @TargetAggregateIdentifier
    String stream() {
        return content.stream();
    }
}
