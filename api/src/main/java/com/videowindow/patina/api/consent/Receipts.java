package com.videowindow.patina.api.consent;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogEvidence;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ConsentRefused;
import com.videowindow.patina.domain.consent.ConsentWithdrawn;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.PurposeEvent;
import com.videowindow.patina.domain.consent.Standing;
import com.videowindow.patina.json.JsonLines;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes receipts of what the log has of a choice; both signatures are the log's, whose public key checks them. */
@Component
final class Receipts {

    private final PastEvents events;
    private final LogEvidence evidence;

    Receipts(PastEvents events, LogEvidence evidence) {
        this.events = events;
        this.evidence = evidence;
    }

    /**
     * What a person can show.
     *
     * @param receipt a signed note over the record in JSON
     * @param proof that the event of this position is in the log, as {@code tlog-proof}
     */
    record Receipt(LogPosition position, String receipt, String proof) {}

    /**
     * A choice in the log.
     *
     * @param sequence among the person's events, from 0
     * @param then how everything stood after it
     */
    record Found(LogPosition position, long sequence, PurposeEvent choice, Standing then) {}

    /** Of the newest choice that was made. */
    Optional<Receipt> of(SubjectId subject, Purpose purpose) {
        Standing standing = Standing.NONE;
        Found newest = null;
        long sequence = -1;
        for (Map.Entry<LogPosition, DomainEvent> entry :
                events.stream(ConsentEvent.stream(subject)).entrySet()) {
            sequence++;
            if (entry.getValue() instanceof ConsentEvent event) {
                standing = standing.after(event);
                if (isChoice(event)
                        && event instanceof PurposeEvent about
                        && about.purpose().equals(purpose)) {
                    newest = new Found(entry.getKey(), sequence, about, standing);
                }
            }
        }
        return Optional.ofNullable(newest).flatMap(this::receipt);
    }

    private Optional<Receipt> receipt(Found found) {
        return evidence.prove(Long.toString(found.position().value())).map(proof -> {
            ConsentReceipt record = ConsentReceipt.of(found);
            return new Receipt(found.position(), evidence.attest(JsonLines.of(record)), proof);
        });
    }

    private static boolean isChoice(ConsentEvent event) {
        return event instanceof ConsentGiven || event instanceof ConsentRefused || event instanceof ConsentWithdrawn;
    }
}
