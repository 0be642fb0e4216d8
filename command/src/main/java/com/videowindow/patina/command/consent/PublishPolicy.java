package com.videowindow.patina.command.consent;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.PolicyPublished;
import com.videowindow.patina.domain.consent.PolicyText;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.privacy.AboutNobody;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Ask people this from now on. Answers the {@link PolicyPublished} that stands; repeating it changes nothing. */
@AboutNobody
public record PublishPolicy(
        Purpose purpose,
        PolicyVersion version,
        List<PolicyText> texts,
        @Nullable Integer validMonths,
        @Nullable Instant renewBy,
        SubjectId by,
        Instant at) {

    @TargetAggregateIdentifier
    String stream() {
        return PolicyPublished.stream(purpose);
    }

    PolicyPublished published() {
        return new PolicyPublished(purpose, version, texts, validMonths, renewBy, by, at);
    }
}
