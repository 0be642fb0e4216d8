package com.videowindow.patina.command.interaction;

import com.videowindow.patina.domain.Refusal.Implausible;
import com.videowindow.patina.domain.Refused;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Puts a client's times right. A device that says when it sent tells how wrong its clock is: the difference to when we
 * received, which includes the way here, so that one second is left alone. Without that, its time is believed, within
 * reason.
 */
final class ClientClock {

    private static final Duration UNNOTICED = Duration.ofSeconds(1);
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Duration OLDEST = Duration.ofDays(400);
    private static final Instant BEFORE_ALL_CLIENTS = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant EPOCH = Instant.EPOCH;
    private static final Instant FAR = Instant.parse("3000-01-01T00:00:00Z");

    private ClientClock() {}

    /** Never after {@code receivedAt}. @throws Refused when no correction makes sense of it */
    static Instant correct(Instant at, @Nullable Instant sentAt, Instant receivedAt, boolean imported) {
        demand(isCountable(at), "at", "must lie between 1970 and 3000");
        Instant ours = sentAt == null ? at : shifted(at, sentAt, receivedAt);
        demand(!ours.isAfter(receivedAt.plus(AHEAD)), "at", "lies in the future");
        demand(!ours.isBefore(BEFORE_ALL_CLIENTS), "at", "lies before 1990");
        demand(imported || !ours.isBefore(receivedAt.minus(OLDEST)), "at", "lies more than 400 days back");
        return ours.isAfter(receivedAt) ? receivedAt : ours;
    }

    private static Instant shifted(Instant at, Instant sentAt, Instant receivedAt) {
        demand(isCountable(sentAt), "sentAt", "must lie between 1970 and 3000");
        Duration behind = Duration.between(sentAt, receivedAt);
        return behind.abs().compareTo(UNNOTICED) > 0 ? at.plus(behind) : at;
    }

    private static boolean isCountable(Instant time) {
        return !time.isBefore(EPOCH) && time.isBefore(FAR);
    }

    private static void demand(boolean plausible, String field, String why) {
        if (!plausible) {
            throw new Refused(new Implausible(field, why));
        }
    }
}
