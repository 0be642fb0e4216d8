package com.videowindow.patina.projections;

import static com.videowindow.patina.projections.People.DOVETAILS;
import static com.videowindow.patina.projections.People.NOON;
import static com.videowindow.patina.projections.People.SPOONS;
import static com.videowindow.patina.projections.People.allows;
import static com.videowindow.patina.projections.People.finishes;
import static com.videowindow.patina.projections.People.likes;
import static com.videowindow.patina.projections.People.served;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ProductId;
import com.videowindow.patina.domain.commerce.Money;
import com.videowindow.patina.domain.commerce.OrderId;
import com.videowindow.patina.domain.commerce.OrderLine;
import com.videowindow.patina.domain.commerce.OrderPlaced;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.ErasureCancelled;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.ErasureRequested;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.export.ArchiveSummary;
import com.videowindow.patina.domain.export.ExportId;
import com.videowindow.patina.domain.export.ExportMade;
import com.videowindow.patina.domain.export.ExportRequested;
import com.videowindow.patina.domain.lookup.LookedUp;
import com.videowindow.patina.domain.lookup.LookupId;
import com.videowindow.patina.domain.lookup.LookupKind;
import com.videowindow.patina.domain.lookup.LookupReason;
import com.videowindow.patina.domain.part.PartErasureCancelled;
import com.videowindow.patina.domain.part.PartErasureRequested;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.rectification.RectificationAsked;
import com.videowindow.patina.domain.release.ReleaseAsked;
import com.videowindow.patina.domain.release.ReleaseId;
import com.videowindow.patina.domain.request.Manner;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestReceived;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What people do and ask for, so that each of them has a document in every read model about people. */
final class Lives {
    /** Of which each life has some, in what is sealed. */
    static final List<String> WORDS = List.of(SPOONS.value(), DOVETAILS.value(), "chisel", "order-", "not me");

    private static final Instant LATER = NOON.plusSeconds(86_400);

    private Lives() {}

    static List<DomainEvent> of(SubjectId subject, int number) {
        return Stream.of(uses(subject, number), says(subject, number), asks(subject))
                .flatMap(List::stream)
                .toList();
    }

    private static List<DomainEvent> uses(SubjectId subject, int number) {
        Money price = new Money(new BigDecimal("39.90"), Currency.getInstance("EUR"));
        return List.of(
                allows(subject, Purpose.PERSONALIZATION),
                allows(subject, Purpose.TRAINING),
                finishes(subject, SPOONS, number),
                finishes(subject, number % 4 < 2 ? SPOONS : DOVETAILS, number + 1),
                served(subject, new RecommendationId(UUID.randomUUID())),
                new OrderPlaced(
                        subject,
                        new OrderId("order-" + number),
                        SPOONS,
                        List.of(new OrderLine(new ProductId("chisel"), 1 + number % 3, price)),
                        price,
                        NOON.plusSeconds(number)));
    }

    /** A statement stands under a request, which officers answer. */
    private static List<DomainEvent> says(SubjectId subject, int number) {
        RequestId statement = new RequestId(UUID.randomUUID());
        return List.of(
                likes(subject, DOVETAILS, number + 2),
                new RequestReceived(
                        statement,
                        subject,
                        self(subject),
                        RequestKind.RECTIFICATION,
                        Manner.ACCOUNT,
                        Regulation.GDPR,
                        NOON,
                        null,
                        NOON),
                new RectificationAsked(subject, statement, null, "That was not me but number " + number, NOON));
    }

    /** Their data, that a part is forgotten, which is still to come, and another and all, which they think better of. */
    private static List<DomainEvent> asks(SubjectId subject) {
        Actor self = self(subject);
        ExportId export = new ExportId(UUID.randomUUID());
        ErasureId part = new ErasureId(UUID.randomUUID());
        ErasureId other = new ErasureId(UUID.randomUUID());
        ErasureId whole = new ErasureId(UUID.randomUUID());
        return List.of(
                new ExportRequested(export, subject, self, Regulation.GDPR, LATER, null, null, NOON),
                new ExportMade(
                        export, subject, new ArchiveSummary(LogPosition.START, 12, 1, 4096, "0badcafe"), LATER, NOON),
                new LookedUp(
                        new LookupId(UUID.randomUUID()),
                        new Actor(Actor.Kind.OFFICER, People.BERT),
                        LookupKind.RAW_EVENTS,
                        subject,
                        LookupReason.COMPLAINT,
                        new CaseReference("2026-17"),
                        NOON),
                new ReleaseAsked(
                        new ReleaseId(UUID.randomUUID()),
                        subject,
                        new Actor(Actor.Kind.OFFICER, People.BERT),
                        LookupReason.COMPLAINT,
                        new CaseReference("2026-17"),
                        NOON),
                new PartErasureRequested(part, subject, self, Regulation.GDPR, LATER, LATER, null, NOON),
                new PartErasureRequested(other, subject, self, Regulation.GDPR, LATER, LATER, null, NOON),
                new PartErasureCancelled(other, subject, self, NOON),
                new ErasureRequested(whole, subject, self, Regulation.GDPR, LATER, LATER, null, NOON),
                new ErasureCancelled(whole, subject, self, NOON));
    }

    private static Actor self(SubjectId subject) {
        return new Actor(Actor.Kind.SUBJECT, subject);
    }
}
