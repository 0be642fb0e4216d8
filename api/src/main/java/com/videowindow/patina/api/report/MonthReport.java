package com.videowindow.patina.api.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.lookup.LookupKind;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestProgress;
import com.videowindow.patina.domain.request.RequestState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One month, for people who were not there. Names nobody.
 *
 * @param report what this is
 * @param complete whether the month was over
 * @param logPosition the end of the log when it was made
 */
record MonthReport(
        String report,
        String month,
        Instant from,
        Instant to,
        boolean complete,
        Instant generated,
        LogPosition logPosition,
        Consents consents,
        Latency withdrawalLatency,
        List<Request> requests,
        List<Erasure> erasures,
        RefusedUses refusedUses,
        Map<LookupKind, Integer> lookups,
        Chain chain) {

    static final String KIND = "patina.compliance.v1";

    /**
     * From events.
     *
     * @param choices by what became of them, and by purpose
     * @param controls how often each was turned on or off
     * @param unreadable choices of people who left since: which they were can be read no more
     */
    record Consents(Map<String, Map<Purpose, Integer>> choices, Map<Control, Integer> controls, int unreadable) {}

    /**
     * From withdrawals of the month to their effect, on each node that ran then.
     *
     * @param count of withdrawals, once for each node
     * @param within how many took at most so long
     */
    record Latency(long count, double meanSeconds, double maxSeconds, Map<String, Long> within) {}

    /** One that came or was closed within the month, as it stands now. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Request(
            RequestId request,
            RequestKind kind,
            Regulation regulation,
            Instant received,
            Instant due,
            boolean extended,
            RequestState state,
            @Nullable Instant closed,
            @Nullable Double days,
            boolean inTime) {

        private static final double DAY = Duration.ofDays(1).toSeconds();

        static Request of(RequestProgress one, Instant now) {
            Instant closed = one.closed();
            return new Request(
                    one.request(),
                    one.kind(),
                    one.regulation(),
                    one.received(),
                    one.due(),
                    one.extension() != null,
                    one.state(),
                    closed,
                    closed == null
                            ? null
                            : Math.round(Duration.between(one.received(), closed)
                                                    .toSeconds()
                                            / DAY
                                            * 100)
                                    / 100.0,
                    !(closed == null ? now : closed).isAfter(one.due()));
        }
    }

    /**
     * One that was certified within the month.
     *
     * @param certificateSha256 of the certificate as it was signed
     * @param remainingDocuments that the look at everything found, which is none
     */
    record Erasure(
            ErasureId erasure, Extent extent, Instant completed, String certificateSha256, long remainingDocuments) {

        /** Of everything about a person, or of a part. */
        enum Extent {
            WHOLE,
            PART
        }
    }

    /** Counted by all nodes in the month. */
    record RefusedUses(Map<String, Long> byReason) {}

    /** What a check of every event, block, link and checkpoint found. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Chain(
            boolean sound,
            long events,
            @Nullable Long blocks,
            @Nullable String newestBlock,
            @Nullable Long checkpoints,
            @Nullable String damage) {}
}
