package com.videowindow.patina.api.part;

import com.videowindow.patina.command.part.PartCommand.RequestPart;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.interaction.MessageId;
import com.videowindow.patina.domain.part.PartScope;
import com.videowindow.patina.domain.request.Arrival;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to go; at least one of purpose, contentId, from, to and position. Given together they narrow it.
 *
 * @param messageId names this request, so that it can be repeated
 * @param purpose what is held for this purpose and on no other basis
 * @param contentId everything about this item
 * @param from the earliest time of what happened
 * @param to the first time that is too late
 * @param position of one event in the log, as a copy of everything names it
 * @param graceDays until it starts, 0 to 30; 0 when absent
 * @param regulation that it is asked for under; the GDPR when absent
 */
record PartWish(
        @Nullable MessageId messageId,
        @Nullable Purpose purpose,
        @Nullable ContentId contentId,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable LogPosition position,
        @Nullable Integer graceDays,
        @Nullable Regulation regulation) {
    private static final int LONGEST_GRACE_DAYS = 30;

    PartWish {
        if (graceDays != null && (graceDays < 0 || graceDays > LONGEST_GRACE_DAYS)) {
            throw new IllegalArgumentException("graceDays must be 0 to " + LONGEST_GRACE_DAYS);
        }
        if (purpose != null && !purpose.isOwn()) {
            throw new IllegalArgumentException("purpose must be one that data is held for here");
        }
        scope(purpose, contentId, from, to, position);
    }

    private static PartScope scope(
            @Nullable Purpose purpose,
            @Nullable ContentId content,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable LogPosition position) {
        return new PartScope(purpose, content, from, to, position);
    }

    RequestPart asked(SubjectId subject, Actor by, @Nullable Arrival arrival, Instant now) {
        return new RequestPart(
                id(subject),
                subject,
                by,
                regulation == null ? Regulation.GDPR : regulation,
                arrival,
                scope(purpose, contentId, from, to, position),
                Duration.ofDays(graceDays == null ? 0 : graceDays),
                now);
    }

    /** The same for the same message of the same person, whom nobody knows by this id but the engine. */
    private ErasureId id(SubjectId subject) {
        UUID id = messageId == null
                ? UUID.randomUUID()
                : UUID.nameUUIDFromBytes(
                        ("part/" + subject + "/" + messageId.value()).getBytes(StandardCharsets.UTF_8));
        return new ErasureId(id);
    }
}
