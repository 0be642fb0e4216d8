package com.videowindow.patina.api.consent;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogEvidence;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.consent.ConsentEnded;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.PurposeEvent;
import com.videowindow.patina.domain.consent.Standing;
import com.videowindow.patina.json.JsonLines;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.springframework.stereotype.Component;

/** Makes receipts of what the log has of a person's ledger; both signatures are the log's, whose public key checks them. */
@Component
final class Receipts {

    private final PastEvents events;
    private final LogInspection log;
    private final LogEvidence evidence;
    private final ReceiptForm form;

    Receipts(PastEvents events, LogInspection log, LogEvidence evidence, ReceiptForm form) {
        this.events = events;
        this.log = log;
        this.evidence = evidence;
        this.form = form;
    }

    /**
     * What a person can show.
     *
     * @param receipt a signed note over the record in JSON
     * @param proof that the event of this position is in the log, as {@code tlog-proof}
     */
    record Receipt(LogPosition position, String receipt, String proof) {}

    /** Of the newest event that decided where the consent stands. */
    Optional<Receipt> of(SubjectId subject, Purpose purpose) {
        return newest(
                subject,
                (position, event) -> (event instanceof ConsentGiven || event instanceof ConsentEnded)
                        && event instanceof PurposeEvent about
                        && about.purpose().equals(purpose));
    }

    /** Of one entry. */
    Optional<Receipt> of(SubjectId subject, LogPosition entry) {
        return newest(subject, (position, event) -> position.equals(entry));
    }

    /** The end of the log is asked first: what is read afterwards reaches so far. */
    private Optional<Receipt> newest(SubjectId subject, BiPredicate<LogPosition, ConsentEvent> wanted) {
        LogPosition through = log.head();
        Standing standing = Standing.NONE;
        LedgerEntry found = null;
        long sequence = -1;
        for (Map.Entry<LogPosition, DomainEvent> entry :
                events.stream(ConsentEvent.stream(subject)).entrySet()) {
            sequence++;
            LogPosition position = entry.getKey();
            if (through.covers(position) && entry.getValue() instanceof ConsentEvent event) {
                standing = standing.after(event);
                if (wanted.test(position, event)) {
                    found = new LedgerEntry(position, sequence, event, standing, standing, through);
                }
            }
        }
        return found == null ? Optional.empty() : receipt(found.asOf(standing));
    }

    private Optional<Receipt> receipt(LedgerEntry entry) {
        Optional<String> proof = evidence.prove(Long.toString(entry.position().value()));
        return proof.map(proven ->
                new Receipt(entry.position(), evidence.attest(JsonLines.of(form.of(entry, Instant.now()))), proven));
    }
}
