package com.videowindow.patina.query.consent;

import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentStatus;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.ControlChanged;
import com.videowindow.patina.domain.consent.Jurisdiction;
import com.videowindow.patina.domain.consent.NoticeId;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.TextHash;
import com.videowindow.patina.domain.erasure.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's choices, one for each purpose; without a choice it is not allowed.
 *
 * @param controls what they set for all purposes at once
 * @param degraded the read side is away: memory tells what is allowed, but not since when, nor how it came about
 */
public record ConsentChoices(List<Choice> choices, List<Setting> controls, boolean degraded) {

    /**
     * Where one purpose stands, under the names of the W3C Data Privacy Vocabulary.
     *
     * @param granted whether data may be used so now: given, in time, by who may give it, and nothing against it
     * @param term the status in the vocabulary, with its prefix
     * @param over given, but run out or to be renewed under a newer policy
     * @param at of the newest choice, or of its end
     * @param expires first day, in UTC, on which it no longer holds
     * @param by who chose for the person, or ended it; themselves when absent
     */
    public record Choice(
            Purpose purpose,
            boolean granted,
            ConsentStatus status,
            String term,
            boolean over,
            @Nullable PolicyVersion policyVersion,
            @Nullable Channel channel,
            @Nullable Instant at,
            @Nullable LocalDate expires,
            @Nullable TextHash textHash,
            @Nullable NoticeId noticeId,
            @Nullable Jurisdiction jurisdiction,
            Actor.@Nullable Kind by,
            boolean restricted,
            boolean objected) {

        /** Of somebody who was never asked. */
        public static Choice none(Purpose purpose) {
            return new Choice(
                    purpose,
                    false,
                    ConsentStatus.UNKNOWN,
                    ConsentStatus.UNKNOWN.term(),
                    false,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    false,
                    false);
        }
    }

    /**
     * A control that was set.
     *
     * @param conflict choice and signal contradict each other, and this one holds
     * @param overrules purposes that were allowed, and are not used as long as this is on: they hand data on in its way
     * @param gpp its field in the Global Privacy Platform's sections for the United States
     */
    public record Setting(
            Control control,
            boolean on,
            ControlChanged.Origin origin,
            boolean conflict,
            List<Purpose> overrules,
            @Nullable String gpp,
            @Nullable Channel channel,
            @Nullable Instant at,
            Actor.@Nullable Kind by) {}

    /** The same, made without the read side. */
    public ConsentChoices degrade() {
        return new ConsentChoices(choices, controls, true);
    }

    /** The choice about this purpose. */
    public Choice of(Purpose purpose) {
        return choices.stream()
                .filter(choice -> choice.purpose().equals(purpose))
                .findFirst()
                .orElseGet(() -> Choice.none(purpose));
    }
}
