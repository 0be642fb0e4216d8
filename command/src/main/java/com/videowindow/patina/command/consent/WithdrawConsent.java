package com.videowindow.patina.command.consent;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** No longer allow one use of the person's data; holds from the next request on. */
public record WithdrawConsent(SubjectId subject, Purpose purpose, PolicyVersion policy, Channel channel, Instant at) {

    @TargetAggregateIdentifier
    String stream() {
        return ConsentEvent.stream(subject);
    }
}
