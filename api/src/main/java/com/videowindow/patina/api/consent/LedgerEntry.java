package com.videowindow.patina.api.consent;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.Standing;

/**
 * An entry of a person's ledger, and what became of it.
 *
 * @param sequence among the person's events, from 0
 * @param then how everything stood after it
 * @param now how everything stands at the end of what is known of the log
 * @param through that end
 */
record LedgerEntry(
        LogPosition position, long sequence, ConsentEvent event, Standing then, Standing now, LogPosition through) {

    LedgerEntry asOf(Standing end) {
        return new LedgerEntry(position, sequence, event, then, end, through);
    }

    String name() {
        return event.getClass().getSimpleName();
    }
}
