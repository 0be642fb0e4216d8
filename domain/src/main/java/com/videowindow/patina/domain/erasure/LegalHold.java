package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Why a person's data is kept whatever they ask, since when and by whose decision. */
public record LegalHold(SubjectId subject, HoldBasis basis, CaseReference reference, Actor by, Instant since) {

    public static LegalHold of(LegalHoldPlaced placed) {
        return new LegalHold(placed.subject(), placed.basis(), placed.reference(), placed.by(), placed.at());
    }

    /** Those that stand after all that the log says of one person's erasures, the oldest first. */
    public static List<LegalHold> standing(Collection<? extends DomainEvent> said) {
        List<LegalHold> now = List.of();
        for (DomainEvent event : said) {
            now = event instanceof LegalHoldEvent change ? after(now, change) : now;
        }
        return now;
    }

    /** Those that stand, the oldest first. */
    public static List<LegalHold> after(List<LegalHold> before, LegalHoldEvent event) {
        List<LegalHold> now = new ArrayList<>(before);
        now.removeIf(one -> one.reference().equals(event.reference()));
        if (event instanceof LegalHoldPlaced placed) {
            now.add(of(placed));
        }
        return List.copyOf(now);
    }
}
