package com.videowindow.patina.command.consent;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Forwarding;
import com.videowindow.patina.domain.consent.PolicyText;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.PurposeDefined;
import com.videowindow.patina.domain.privacy.AboutNobody;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Say what a use of data is, and whether people may be asked for it. Answers the {@link PurposeDefined} that stands, the
 * older one where it says the same.
 */
@AboutNobody
public record DefinePurpose(
        Purpose purpose,
        List<PolicyText> texts,
        List<String> recipients,
        List<Forwarding> forwards,
        boolean offered,
        boolean keepsConsents,
        SubjectId by,
        Instant at) {

    @TargetAggregateIdentifier
    String stream() {
        return PurposeDefined.stream(purpose);
    }

    PurposeDefined defined(int version) {
        return new PurposeDefined(purpose, version, texts, recipients, forwards, offered, keepsConsents, by, at);
    }
}
