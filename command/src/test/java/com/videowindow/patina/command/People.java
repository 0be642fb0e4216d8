package com.videowindow.patina.command;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ConsentWithdrawn;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import java.time.Instant;

/** Anna, who allows things, and Ben, who does not. */
public final class People {

    public static final SubjectId ANNA = SubjectId.of("0192f0c1-0000-7000-8000-00000000000a");
    public static final SubjectId BEN = SubjectId.of("0192f0c1-0000-7000-8000-00000000000b");
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final PolicyVersion POLICY = new PolicyVersion("1");

    public static final ConsentEvent ANNA_ALLOWED_PERSONALIZATION =
            new ConsentGiven(ANNA, Purpose.PERSONALIZATION, POLICY, Channel.WEB, NOON.minusSeconds(86_400));

    private People() {}

    public static ConsentEvent annaWithdrewPersonalization(Instant at) {
        return new ConsentWithdrawn(ANNA, Purpose.PERSONALIZATION, POLICY, Channel.WEB, at);
    }

    public static ConsentEvent annaAllowedPersonalization(Instant at) {
        return new ConsentGiven(ANNA, Purpose.PERSONALIZATION, POLICY, Channel.WEB, at);
    }
}
