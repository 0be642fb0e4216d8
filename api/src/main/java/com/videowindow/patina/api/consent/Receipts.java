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

    /** Of the newest choice that was made. */
    Optional<Receipt> of(SubjectId subject, Purpose purpose) {
        Standing standing = Standing.NONE;
        LogPosition position = null;
        PurposeEvent choice = null;
        Standing then = standing;
        long sequence = -1;
        long place = -1;
        for (Map.Entry<LogPosition, DomainEvent> entry :
                events.stream(ConsentEvent.stream(subject)).entrySet()) {
            place++;
            if (entry.getValue() instanceof ConsentEvent event) {
                standing = standing.after(event);
                if (isChoice(event)
                        && event instanceof PurposeEvent about
                        && about.purpose().equals(purpose)) {
                    position = entry.getKey();
                    choice = about;
                    sequence = place;
                    then = standing;
                }
            }
        }
        return position == null || choice == null ? Optional.empty() : receipt(position, sequence, choice, then);
    }

    private Optional<Receipt> receipt(LogPosition position, long sequence, PurposeEvent choice, Standing then) {
        return evidence.prove(Long.toString(position.value())).map(proof -> {
            ConsentReceipt record = ConsentReceipt.of(position, sequence, choice, then);
            return new Receipt(position, evidence.attest(JsonLines.of(record)), proof);
        });
    }

    private static boolean isChoice(ConsentEvent event) {
        return event instanceof ConsentGiven || event instanceof ConsentRefused || event instanceof ConsentWithdrawn;
    }
}
