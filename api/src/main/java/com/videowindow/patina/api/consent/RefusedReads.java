package com.videowindow.patina.api.consent;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Uses of somebody's profile that they do not allow: each is refused, and counted for the report of the month. */
@Component
public final class RefusedReads {
    private final MeterRegistry meters;

    RefusedReads(MeterRegistry meters) {
        this.meters = meters;
    }

    public void withoutConsent() {
        count("no-consent");
    }

    public void notProfiled() {
        count("non-profiling");
    }

    private void count(String reason) {
        meters.counter("patina.reads.refused", "reason", reason).increment();
    }
}
