package com.videowindow.patina.api.part;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.api.messaging.Done;
import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.command.part.PartCommand;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.part.OpenParts;
import com.videowindow.patina.domain.part.PartProgress;
import com.videowindow.patina.domain.request.Arrival;
import com.videowindow.patina.query.part.FindPart;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What both doors have in common. */
@Component
final class PartDesk {
    private final Commands commands;
    private final Questions questions;
    private final OpenParts parts;

    PartDesk(Commands commands, Questions questions, OpenParts parts) {
        this.commands = commands;
        this.questions = questions;
        this.parts = parts;
    }

    /** How it stands after a decision. */
    record PartDecided(@JsonUnwrapped PartView erasure, LogPosition position) {
        static PartDecided of(Done<PartProgress> done) {
            return new PartDecided(PartView.of(done.result()), done.position());
        }

        static PartDecided withoutCase(Done<PartProgress> done) {
            return new PartDecided(PartView.withoutCase(done.result()), done.position());
        }
    }

    /** @param arrival absent where it comes as it is entered */
    Done<PartProgress> request(SubjectId subject, Actor by, @Nullable Arrival arrival, PartWish wish) {
        Instant now = Instant.now();
        if (wish.from() != null && wish.from().isAfter(now)) {
            throw Unacceptable.field("from", "must not be later than now: only what stands already is erased");
        }
        return decide(wish.asked(subject, by, arrival, now));
    }

    Done<PartProgress> decide(PartCommand decision) {
        return commands.sendForReceipt(decision, PartProgress.class);
    }

    /** What memory knows of one that is open is newer than what is written down. */
    PartProgress find(ErasureId erasure) {
        return parts.find(erasure)
                .or(() -> questions.find(new FindPart(erasure), PartProgress.class))
                .orElseThrow(Unacceptable::nothingHere);
    }

    /** One of theirs. Another's that memory knows is looked for like one that never was, so that the clock tells nobody. */
    PartProgress own(ErasureId erasure, SubjectId asker) {
        return parts.find(erasure)
                .filter(one -> one.subject().equals(asker))
                .or(() -> questions.find(new FindPart(erasure), PartProgress.class))
                .filter(one -> one.subject().equals(asker))
                .orElseThrow(Unacceptable::nothingHere);
    }
}
