package com.videowindow.patina.command.catalog;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.EditorialListSet;
import com.videowindow.patina.domain.privacy.AboutNobody;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Put these first from now on. Answers a {@link Change}; repeating it changes nothing. */
@AboutNobody
public record SetEditorialList(List<ContentId> contents, Instant at) {

    @TargetAggregateIdentifier
    String stream() {
        return EditorialListSet.STREAM;
    }
}
