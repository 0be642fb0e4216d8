package com.videowindow.patina.command.interest;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.UnderConsent;
import com.videowindow.patina.domain.interest.Preferences;
import com.videowindow.patina.domain.interest.PreferencesStated;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Replace what a person stated; answers the new revision.
 *
 * @param expectedRevision the revision that the caller read, or absent to overwrite whatever stands
 */
public record StatePreferences(
        SubjectId subject,
        Preferences preferences,
        @Nullable Long expectedRevision,
        Instant at) implements UnderConsent {

    @TargetAggregateIdentifier
    String stream() {
        return PreferencesStated.stream(subject);
    }
}
