package com.videowindow.patina.api.erasure;

import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.api.messaging.Done;
import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.api.request.Entered;
import com.videowindow.patina.command.erasure.ErasureCommand;
import com.videowindow.patina.command.erasure.ErasureCommand.RequestErasure;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.ErasureProgress;
import com.videowindow.patina.domain.erasure.ErasureState;
import com.videowindow.patina.domain.erasure.Erasures;
import com.videowindow.patina.domain.erasure.Goodbyes;
import com.videowindow.patina.domain.erasure.Parties;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.request.Arrival;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.query.erasure.FindErasure;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What both doors have in common. */
@Component
final class ErasureDesk {
    /** Long enough to think again, short enough for every law. */
    static final int USUAL_GRACE_DAYS = 14;

    private static final int LONGEST_GRACE_DAYS = 30;

    /** Nothing can be taken back any more. */
    private static final Set<ErasureState> LEFT =
            EnumSet.of(ErasureState.STARTED, ErasureState.ERASED, ErasureState.COMPLETED);

    private final Commands commands;
    private final Questions questions;
    private final Erasures erasures;
    private final Goodbyes goodbyes;
    private final Parties parties;

    ErasureDesk(Commands commands, Questions questions, Erasures erasures, Goodbyes goodbyes, Parties parties) {
        this.commands = commands;
        this.questions = questions;
        this.erasures = erasures;
        this.goodbyes = goodbyes;
        this.parties = parties;
    }

    /**
     * What is asked for.
     *
     * @param graceDays until it starts, 0 to 30; 14 when absent
     * @param regulation that it is asked for under; the GDPR when absent
     */
    record ErasureWish(
            @Nullable Integer graceDays, @Nullable Regulation regulation) {
        static final ErasureWish USUAL = new ErasureWish(null, null);

        ErasureWish {
            if (graceDays != null && (graceDays < 0 || graceDays > LONGEST_GRACE_DAYS)) {
                throw new IllegalArgumentException("graceDays must be 0 to " + LONGEST_GRACE_DAYS);
            }
        }

        private Duration grace() {
            return Duration.ofDays(graceDays == null ? USUAL_GRACE_DAYS : graceDays);
        }

        private Regulation law() {
            return regulation == null ? Regulation.GDPR : regulation;
        }
    }

    /**
     * @param user as whom the others know them who are to be told
     * @param arrival absent where it comes as it is entered
     */
    Done<ErasureProgress> request(
            SubjectId subject, PlatformUserId user, Actor by, @Nullable Arrival arrival, ErasureWish wish) {
        ErasureId erasure = new ErasureId(UUID.randomUUID());
        Done<ErasureProgress> done = request(erasure, subject, user, by, arrival, wish);
        ErasureProgress stands = done.result();
        if (stands.erasure().equals(erasure)) {
            return done;
        }
        return new Entered(by, arrival, wish.law())
                .joining(
                        new RequestId(stands.erasure().value()),
                        subject,
                        RequestKind.ERASURE,
                        new Entered(stands.by(), stands.arrival(), stands.regulation()),
                        Instant.now())
                .map(joined -> commands.sendForReceipt(joined, RequestId.class))
                .map(entered -> new Done<>(stands, entered.position()))
                .orElse(done);
    }

    /** The same under this id. */
    Done<ErasureProgress> request(
            ErasureId erasure,
            SubjectId subject,
            PlatformUserId user,
            Actor by,
            @Nullable Arrival arrival,
            ErasureWish wish) {
        Instant now = Instant.now();
        boolean anybody = !parties.names().isEmpty();
        // Of one that is under way the name is kept: to take another copy of it away again would renew the whole key
        // store.
        boolean first = anybody && erasures.of(subject).isEmpty();
        if (first) {
            goodbyes.remember(erasure, subject, user, now);
        }
        Done<ErasureProgress> done =
                decide(new RequestErasure(erasure, subject, by, wish.law(), arrival, wish.grace(), now));
        boolean begun = done.result().erasure().equals(erasure);
        if (first && !begun) {
            goodbyes.end(erasure); // one was under way already, of which this node had not heard
        } else if (anybody && !first && begun) {
            goodbyes.remember(erasure, subject, user, now); // that which was under way was cancelled meanwhile
        }
        return done;
    }

    Done<ErasureProgress> decide(ErasureCommand decision) {
        return commands.sendForReceipt(decision, ErasureProgress.class);
    }

    ErasureProgress find(ErasureId erasure) {
        return find(erasure, anyones -> true);
    }

    /** For whoever has its id, once its person is nobody any more; until then theirs alone. */
    ErasureProgress own(ErasureId erasure, Optional<SubjectId> asker) {
        return find(
                erasure,
                one -> LEFT.contains(one.state())
                        || asker.filter(one.subject()::equals).isPresent());
    }

    /**
     * What memory knows of one that is open is newer than what is written down. One that memory knows and that is not told is
     * looked for like one that never was, so that the clock tells nobody.
     */
    private ErasureProgress find(ErasureId erasure, Predicate<ErasureProgress> told) {
        return erasures.open().stream()
                .filter(one -> one.erasure().equals(erasure))
                .filter(told)
                .findFirst()
                .or(() -> questions.find(new FindErasure(erasure), ErasureProgress.class))
                .filter(told)
                .orElseThrow(Unacceptable::nothingHere);
    }

    /** The one that is open for this person. */
    ErasureProgress of(SubjectId subject) {
        return erasures.of(subject).orElseThrow(Unacceptable::nothingHere);
    }
}
