package com.videowindow.patina.api.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.videowindow.patina.api.report.MonthReport.Erasure;
import com.videowindow.patina.api.report.MonthReport.Erasure.Extent;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.Sha256;
import com.videowindow.patina.domain.consent.ConsentExpired;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ConsentInvalidated;
import com.videowindow.patina.domain.consent.ConsentRefused;
import com.videowindow.patina.domain.consent.ConsentRevoked;
import com.videowindow.patina.domain.consent.ConsentWithdrawn;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.ControlChanged;
import com.videowindow.patina.domain.consent.NoticeShown;
import com.videowindow.patina.domain.consent.ObjectionRaised;
import com.videowindow.patina.domain.consent.ObjectionSettled;
import com.videowindow.patina.domain.consent.ProcessingRestricted;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.PurposeEvent;
import com.videowindow.patina.domain.consent.RestrictionLifted;
import com.videowindow.patina.domain.erasure.ErasureCertified;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.lookup.LookedUp;
import com.videowindow.patina.domain.lookup.LookupKind;
import com.videowindow.patina.domain.part.PartErasureCertified;
import com.videowindow.patina.domain.privacy.Forgotten;
import com.videowindow.patina.domain.report.GateFigures;
import com.videowindow.patina.domain.report.GateFigures.Withdrawals;
import com.videowindow.patina.domain.request.Manner;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestStep;
import com.videowindow.patina.domain.request.RequestStep.Step;
import com.videowindow.patina.domain.retention.PeriodsEnded;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What the events of a month say. */
final class MonthEvents implements Consumer<DomainEvent> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double MILLIS = 1000;

    private final Map<String, Map<Purpose, Integer>> choices = new LinkedHashMap<>();
    private final Map<Control, Integer> controls = new EnumMap<>(Control.class);
    private final Map<LookupKind, Integer> lookups = new EnumMap<>(LookupKind.class);
    private final Set<RequestId> requests = new LinkedHashSet<>();
    private final Map<RequestKind, Map<Manner, Integer>> metAtOnce = new EnumMap<>(RequestKind.class);
    private final Set<RequestId> ended = new LinkedHashSet<>();
    private final List<Erasure> erasures = new ArrayList<>();
    private final Map<String, Long> refused = new TreeMap<>();
    private Withdrawals withdrawals = Withdrawals.NONE;
    private int unreadable;
    private int endedPeriods;

    static boolean concerns(Class<?> event) {
        return PurposeEvent.class.isAssignableFrom(event)
                || event == ControlChanged.class
                || event == LookedUp.class
                || event == GateFigures.class
                || event == PeriodsEnded.class
                || RequestStep.class.isAssignableFrom(event);
    }

    @Override
    public void accept(DomainEvent event) {
        if (event instanceof PurposeEvent one) {
            choices.computeIfAbsent(word(one), first -> new TreeMap<>()).merge(one.purpose(), 1, Integer::sum);
        } else if (event instanceof ControlChanged one) {
            controls.merge(one.control(), 1, Integer::sum);
        } else if (event instanceof LookedUp one) {
            lookups.merge(one.kind(), 1, Integer::sum);
        } else if (event instanceof GateFigures one) {
            one.refused().forEach((reason, count) -> refused.merge(reason, count, Long::sum));
            withdrawals = withdrawals.and(one.withdrawals());
        } else if (event instanceof PeriodsEnded one) {
            endedPeriods += one.periods().size();
        } else if (event instanceof Forgotten) {
            unreadable++;
        }
        if (event instanceof RequestStep step) {
            count(step.request(), step.step());
        }
        if (event instanceof ErasureCertified end) {
            erasures.add(erasure(end.erasure(), Extent.WHOLE, end.at(), end.certificate()));
        } else if (event instanceof PartErasureCertified end) {
            erasures.add(erasure(end.erasure(), Extent.PART, end.at(), end.certificate()));
        }
    }

    private void count(RequestId request, Step step) {
        switch (step) {
            case Step.Held held -> {}
            case Step.Released released -> {}
            case Step.Ended end -> ended.add(request);
            case Step.Opened opened -> requests.add(request);
            case Step.Extended extended -> requests.add(request);
            case Step.Answered answered -> requests.add(request);
            case Step.AnsweredInPart answered -> requests.add(request);
            case Step.Met met ->
                metAtOnce
                        .computeIfAbsent(met.opened().kind(), first -> new EnumMap<>(Manner.class))
                        .merge(met.opened().manner(), 1, Integer::sum);
            case Step.Denied denied -> requests.add(request);
            case Step.Withdrawn withdrawn -> requests.add(request);
        }
    }

    private static Erasure erasure(ErasureId id, Extent extent, Instant at, String certificate) {
        byte[] note = certificate.getBytes(StandardCharsets.UTF_8);
        return new Erasure(id, extent, at, Sha256.hex(note), remains(certificate));
    }

    /** What the certificate says of what the look found. */
    private static long remains(String certificate) {
        try {
            long found = 0;
            for (JsonNode documents : JSON.readTree(certificate.substring(0, certificate.lastIndexOf("\n\n")))
                    .at("/scan/documents")) {
                found += documents.asLong();
            }
            return found;
        } catch (JsonProcessingException | IndexOutOfBoundsException e) {
            throw new IllegalStateException("a certificate cannot be read", e);
        }
    }

    MonthReport.Consents consents() {
        return new MonthReport.Consents(choices, controls, unreadable);
    }

    private static String word(PurposeEvent event) {
        return switch (event) {
            case NoticeShown shown -> "noticeShown";
            case ConsentGiven given -> "given";
            case ConsentRefused refused -> "refused";
            case ConsentWithdrawn withdrawn -> "withdrawn";
            case ConsentRevoked revoked -> "revoked";
            case ConsentInvalidated invalidated -> "invalidated";
            case ConsentExpired expired -> "expired";
            case ProcessingRestricted restricted -> "restricted";
            case RestrictionLifted lifted -> "restrictionLifted";
            case ObjectionRaised raised -> "objected";
            case ObjectionSettled settled -> "objectionSettled";
        };
    }

    Map<LookupKind, Integer> lookups() {
        return lookups;
    }

    int endedPeriods() {
        return endedPeriods;
    }

    MonthReport.RefusedUses refusedUses() {
        return new MonthReport.RefusedUses(refused);
    }

    MonthReport.Latency withdrawals() {
        Map<String, Long> within = new LinkedHashMap<>();
        withdrawals.within().forEach((millis, count) -> within.put(millis + " ms", count));
        return new MonthReport.Latency(
                withdrawals.count(),
                withdrawals.totalMillis() / MILLIS / Math.max(1, withdrawals.count()),
                withdrawals.longestMillis() / MILLIS,
                within);
    }

    /** Those that came, were extended or were closed. */
    Set<RequestId> requests() {
        return requests;
    }

    /** Those that were complied with in full as they came: as many as people, and so counted. */
    Map<RequestKind, Map<Manner, Integer>> metAtOnce() {
        return metAtOnce;
    }

    /** Others for which nothing more is done; they may have been closed long before. */
    Set<RequestId> ended() {
        ended.removeAll(requests);
        return ended;
    }

    List<Erasure> erasures() {
        return erasures;
    }
}
