package com.videowindow.patina.command.catalog;

import com.videowindow.patina.domain.catalog.EditorialRules;
import com.videowindow.patina.domain.catalog.EditorialRulesSet;
import com.videowindow.patina.domain.privacy.AboutNobody;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Make lists by these rules from now on. Answers a {@link Change}; repeating it changes nothing. */
@AboutNobody
public record SetEditorialRules(EditorialRules rules, Instant at) {

    @TargetAggregateIdentifier
    String stream() {
        return EditorialRulesSet.STREAM;
    }
}
