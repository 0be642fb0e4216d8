package com.videowindow.patina.query.consent;

import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's choices; a purpose without a choice is not allowed.
 *
 * @param degraded the read side is away: memory tells what is allowed, but not since when, nor whether a no was said
 */
public record ConsentChoices(List<Choice> choices, boolean degraded) {

    /** The newest choice for one purpose; policy, channel and time are absent where none was made. */
    public record Choice(
            Purpose purpose,
            boolean granted,
            @Nullable PolicyVersion policyVersion,
            @Nullable Channel channel,
            @Nullable Instant at) {}
}
