package com.videowindow.patina.api.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.lookup.LookupKind;
import com.videowindow.patina.domain.request.DenialBasis;
import com.videowindow.patina.domain.request.Manner;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestProgress;
import com.videowindow.patina.domain.request.RequestState;
import com.videowindow.patina.domain.request.Response;
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
 * @param logPosition up to where the log was read: its end when it was made, or where it ceases to be what was written
 * @param figuresComplete false where the log was changed: what stands in it from there on is in no figure
 * @param requests but for those that were complied with in full as they came
 * @param metAtOnce how many those are, by what was asked for and in which manner
 */
record MonthReport(
        String report,
        String month,
        Instant from,
        Instant to,
        boolean complete,
        Instant generated,
        LogPosition logPosition,
        boolean figuresComplete,
        Consents consents,
        Latency withdrawalLatency,
        List<Request> requests,
        Map<RequestKind, Map<Manner, Integer>> metAtOnce,
        List<Erasure> erasures,
        Retention retention,
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

    /**
     * One that came or was closed within the month, as it stands now.
     *
     * @param basis of what was denied, whole or in part
     * @param overdue whether one that is open should have been answered; absent of others
     * @param inTime absent of one that is open
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Request(
            RequestId request,
            RequestKind kind,
            Regulation regulation,
            Instant received,
            Instant due,
            boolean extended,
            RequestState state,
            @Nullable Response response,
            @Nullable DenialBasis basis,
            @Nullable CaseReference reference,
            @Nullable Boolean overdue,
            @Nullable Instant closed,
            @Nullable Double days,
            @Nullable Boolean inTime) {

        private static final double DAY = Duration.ofDays(1).toSeconds();

        static Request of(RequestProgress one, Instant now) {
            Instant closed = one.closed();
            RequestProgress.Denial denial = one.denial();
            return new Request(
                    one.request(),
                    one.kind(),
                    one.regulation(),
                    one.received(),
                    one.due(),
                    one.extension() != null,
                    one.state(),
                    one.response(),
                    denial == null ? null : denial.basis(),
                    denial == null ? null : denial.reference(),
                    closed == null ? now.isAfter(one.due()) : null,
                    closed,
                    closed == null
                            ? null
                            : Math.round(Duration.between(one.received(), closed)
                                                    .toSeconds()
                                            / DAY
                                            * 100)
                                    / 100.0,
                    closed == null ? null : !closed.isAfter(one.due()));
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

    /**
     * What was kept for long enough.
     *
     * @param endedPeriods in the month, one for each kind and month in which it was stored
     * @param heldPeople whose data a legal reason keeps as this is made
     * @param heldPeriods periods that ended for all others and are still kept of some of them, as this is made
     * @param duePeriods that are over as this is made and have not ended for anybody; none but for a day at most
     */
    record Retention(int endedPeriods, int heldPeople, int heldPeriods, int duePeriods) {}

    /** Counted by all nodes in the month. */
    record RefusedUses(Map<String, Long> byReason) {}

    /**
     * What a check of every event, block, link and checkpoint found.
     *
     * @param events that are as they were written, from the first on; so {@code blocks}
     * @param damage where the log ceases to be that, and how; absent where it is sound
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Chain(
            boolean sound,
            long events,
            @Nullable Long blocks,
            @Nullable String newestBlock,
            @Nullable Long checkpoints,
            @Nullable String damage) {}
}
