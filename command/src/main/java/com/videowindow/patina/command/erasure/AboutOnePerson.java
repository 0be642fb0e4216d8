package com.videowindow.patina.command.erasure;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.ErasureEvent;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What is decided in the stream of one person's erasures. */
sealed interface AboutOnePerson permits ErasureCommand, HoldCommand {
    SubjectId subject();

    @TargetAggregateIdentifier
    default String stream() {
        return ErasureEvent.stream(subject());
    }
}
