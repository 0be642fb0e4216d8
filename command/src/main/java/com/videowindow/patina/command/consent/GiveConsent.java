package com.videowindow.patina.command.consent;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Allow one use of the person's data; repeating it changes nothing. Answers the choice that is stored. */
public record GiveConsent(SubjectId subject, Purpose purpose, PolicyVersion policy, Channel channel, Instant at) {

    @TargetAggregateIdentifier
    String stream() {
        return ConsentEvent.stream(subject);
    }
}
