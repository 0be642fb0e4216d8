package com.videowindow.patina.json;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.ContentPublished;
import com.videowindow.patina.domain.catalog.ContentRestored;
import com.videowindow.patina.domain.catalog.ContentRetired;
import com.videowindow.patina.domain.catalog.CreatorId;
import com.videowindow.patina.domain.catalog.Description;
import com.videowindow.patina.domain.catalog.EditorialListSet;
import com.videowindow.patina.domain.catalog.EditorialRules;
import com.videowindow.patina.domain.catalog.EditorialRulesSet;
import com.videowindow.patina.domain.catalog.Product;
import com.videowindow.patina.domain.catalog.ProductId;
import com.videowindow.patina.domain.catalog.ProductListed;
import com.videowindow.patina.domain.catalog.ProductRestored;
import com.videowindow.patina.domain.catalog.ProductRetired;
import com.videowindow.patina.domain.catalog.ReadFacet;
import com.videowindow.patina.domain.catalog.SkillLevel;
import com.videowindow.patina.domain.catalog.Term;
import com.videowindow.patina.domain.commerce.Money;
import com.videowindow.patina.domain.commerce.OrderId;
import com.videowindow.patina.domain.commerce.OrderLine;
import com.videowindow.patina.domain.commerce.OrderPlaced;
import com.videowindow.patina.domain.commerce.Sale;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.ErasureBroughtForward;
import com.videowindow.patina.domain.erasure.ErasureCancelled;
import com.videowindow.patina.domain.erasure.ErasureCertified;
import com.videowindow.patina.domain.erasure.ErasureHeld;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.ErasureReleased;
import com.videowindow.patina.domain.erasure.ErasureRequested;
import com.videowindow.patina.domain.erasure.ErasureStarted;
import com.videowindow.patina.domain.erasure.Fence;
import com.videowindow.patina.domain.erasure.HoldBasis;
import com.videowindow.patina.domain.erasure.LegalHoldLifted;
import com.videowindow.patina.domain.erasure.LegalHoldPlaced;
import com.videowindow.patina.domain.erasure.PartyName;
import com.videowindow.patina.domain.erasure.PartyTold;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.erasure.ReleaseReason;
import com.videowindow.patina.domain.erasure.SubjectErased;
import com.videowindow.patina.domain.export.ArchiveSummary;
import com.videowindow.patina.domain.export.ExportDownloaded;
import com.videowindow.patina.domain.export.ExportFailed;
import com.videowindow.patina.domain.export.ExportFailure;
import com.videowindow.patina.domain.export.ExportId;
import com.videowindow.patina.domain.export.ExportMade;
import com.videowindow.patina.domain.export.ExportRemoved;
import com.videowindow.patina.domain.export.ExportRequested;
import com.videowindow.patina.domain.export.RemovalReason;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import com.videowindow.patina.domain.feedback.FeedbackType;
import com.videowindow.patina.domain.interaction.DeviceId;
import com.videowindow.patina.domain.interaction.Engagement;
import com.videowindow.patina.domain.interaction.InteractionContext;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interaction.MessageId;
import com.videowindow.patina.domain.interaction.Platform;
import com.videowindow.patina.domain.interaction.SessionId;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.domain.interest.Facets;
import com.videowindow.patina.domain.interest.Preferences;
import com.videowindow.patina.domain.interest.PreferencesStated;
import com.videowindow.patina.domain.interest.StatedInterest;
import com.videowindow.patina.domain.lookup.LookedUp;
import com.videowindow.patina.domain.lookup.LookupId;
import com.videowindow.patina.domain.lookup.LookupKind;
import com.videowindow.patina.domain.lookup.LookupReason;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.opendsr.OpenDsrCancelled;
import com.videowindow.patina.domain.opendsr.OpenDsrReceived;
import com.videowindow.patina.domain.opendsr.OpenDsrTold;
import com.videowindow.patina.domain.opendsr.RequestStatus;
import com.videowindow.patina.domain.part.Kept;
import com.videowindow.patina.domain.part.PartErasedWithWhole;
import com.videowindow.patina.domain.part.PartErasureCancelled;
import com.videowindow.patina.domain.part.PartErasureCertified;
import com.videowindow.patina.domain.part.PartErasureDescribed;
import com.videowindow.patina.domain.part.PartErasureHeld;
import com.videowindow.patina.domain.part.PartErasureReleased;
import com.videowindow.patina.domain.part.PartErasureRequested;
import com.videowindow.patina.domain.part.PartErasureStarted;
import com.videowindow.patina.domain.part.PartForgotten;
import com.videowindow.patina.domain.part.PartHidden;
import com.videowindow.patina.domain.part.PartKeysClosed;
import com.videowindow.patina.domain.part.PartScope;
import com.videowindow.patina.domain.part.Places;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.Forgotten;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.Contribution;
import com.videowindow.patina.domain.recommendation.Fallback;
import com.videowindow.patina.domain.recommendation.Filter;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.domain.recommendation.NearestAnswer;
import com.videowindow.patina.domain.recommendation.Neighbours;
import com.videowindow.patina.domain.recommendation.Occasion;
import com.videowindow.patina.domain.recommendation.Pages;
import com.videowindow.patina.domain.recommendation.RankingInputs;
import com.videowindow.patina.domain.recommendation.Reason;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.recommendation.Rung;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.domain.recommendation.Surface;
import com.videowindow.patina.domain.recommendation.Weights;
import com.videowindow.patina.domain.rectification.RectificationAsked;
import com.videowindow.patina.domain.release.ReleaseAsked;
import com.videowindow.patina.domain.release.ReleaseGranted;
import com.videowindow.patina.domain.release.ReleaseId;
import com.videowindow.patina.domain.release.ReleaseRefused;
import com.videowindow.patina.domain.report.GateFigures;
import com.videowindow.patina.domain.request.Arrival;
import com.videowindow.patina.domain.request.DenialBasis;
import com.videowindow.patina.domain.request.ExtensionReason;
import com.videowindow.patina.domain.request.Manner;
import com.videowindow.patina.domain.request.RequestAnswered;
import com.videowindow.patina.domain.request.RequestAnsweredInPart;
import com.videowindow.patina.domain.request.RequestDenied;
import com.videowindow.patina.domain.request.RequestEndedByErasure;
import com.videowindow.patina.domain.request.RequestExtended;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestMet;
import com.videowindow.patina.domain.request.RequestReceived;
import com.videowindow.patina.domain.request.RequestWithdrawn;
import com.videowindow.patina.domain.request.Response;
import com.videowindow.patina.domain.retention.EndingCompleted;
import com.videowindow.patina.domain.retention.EndingId;
import com.videowindow.patina.domain.retention.EndingStarted;
import com.videowindow.patina.domain.retention.PeriodsEnded;
import com.videowindow.patina.domain.retention.PurposeRetentionSet;
import com.videowindow.patina.domain.retention.PurposeRule;
import com.videowindow.patina.domain.retention.RetentionBasis;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import com.videowindow.patina.domain.retention.RetentionRule;
import com.videowindow.patina.domain.retention.RetentionSet;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** One full event of each kind. */
final class Samples {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
    static final SubjectId ANNA = SubjectId.of("0192f0c1-0000-7000-8000-00000000000a");
    static final ContentId JOINERY = new ContentId("joinery-101");
    static final ProductId CHISEL = new ProductId("chisel-12");
    static final Facet DOVETAIL = new Facet(FacetKind.TECHNIQUE, "dovetail");
    static final Money PRICE = new Money(new BigDecimal("39.90"), Currency.getInstance("EUR"));
    static final PolicyVersion POLICY = new PolicyVersion("1");
    static final RecommendationId LIST = new RecommendationId(UUID.fromString("0192f0c1-0000-7000-8000-0000000000ff"));

    static final Description DESCRIPTION = new Description(
            "Dovetails by hand",
            "Cut them clean",
            URI.create("https://example.org/d.jpg"),
            new CreatorId("ben"),
            "woodworking",
            "joinery",
            List.of("tools"),
            List.of("dovetail"),
            List.of("oak"),
            SkillLevel.BEGINNER,
            List.of("handtools"),
            "en");

    static final Content CONTENT = new Content(
            JOINERY,
            DESCRIPTION,
            "Today we cut",
            Duration.ofMinutes(12),
            NOON,
            List.of(0.25f, -1.5f),
            List.of(new ReadFacet(new Facet(FacetKind.MATERIAL, "oak"), 0.75)));

    static final InteractionRecorded INTERACTION = new InteractionRecorded(
            ANNA,
            new MessageId("m-1"),
            new SessionId("s-1"),
            InteractionKind.ADD_TO_CART,
            JOINERY,
            new Facets(List.of(DOVETAIL)),
            new Engagement(30.5, 0.5, 4.5),
            new InteractionContext(
                    LIST, 3, "home", Platform.WEB, new DeviceId("d-1"), "dovetail jig", new OrderId("o-1")),
            new Sale(List.of(new OrderLine(CHISEL, 2, PRICE)), PRICE, new Facets(List.of(DOVETAIL))),
            NOON,
            NOON.plusSeconds(2));

    private Samples() {}

    private static final ErasureId ERASURE = ErasureId.of("3f1b7c70-9f55-4c3a-8d4e-2b8f4f6f0a11");
    private static final RequestId REQUEST = new RequestId(ERASURE.value());
    private static final ReleaseId RELEASE = new ReleaseId(ERASURE.value());
    static final Actor OFFICER = new Actor(Actor.Kind.OFFICER, SubjectId.of("7d9d52bb-3e0c-4fd0-a4b7-93e7c1d8a9a2"));
    private static final ExportId EXPORT = ExportId.of("3f1b7c70-9f55-4c3a-8d4e-2b8f4f6f0a12");
    private static final EndingId ENDING = EndingId.of("5f1b7c70-9f55-4c3a-8d4e-2b8f4f6f0a12");
    private static final RetentionPeriod OVER = new RetentionPeriod(DataCategory.INTERACTION, YearMonth.of(2024, 2));

    private static final Arrival BY_LETTER = new Arrival(Manner.LETTER, NOON);

    static List<DomainEvent> everyEvent() {
        return Stream.of(ConsentSamples.everyEvent(), ModelSamples.everyEvent(), others())
                .flatMap(List::stream)
                .toList();
    }

    private static List<DomainEvent> others() {
        return List.of(
                new Forgotten(ANNA, NOON),
                new ErasureRequested(ERASURE, ANNA, OFFICER, Regulation.CCPA, NOON, NOON, BY_LETTER, NOON),
                new ErasureHeld(ERASURE, ANNA, OFFICER, HoldBasis.LEGAL_CLAIM, new CaseReference("2026-17"), NOON),
                new LegalHoldPlaced(ANNA, OFFICER, HoldBasis.LEGAL_CLAIM, new CaseReference("2026-17"), NOON),
                new LegalHoldLifted(ANNA, OFFICER, new CaseReference("2026-17"), NOON),
                new ErasureReleased(ERASURE, ANNA, OFFICER, ReleaseReason.KEYS_DESTROYED, NOON),
                new ErasureBroughtForward(ERASURE, ANNA, OFFICER, NOON, NOON),
                new ErasureCancelled(ERASURE, ANNA, new Actor(Actor.Kind.SUBJECT, ANNA), NOON),
                new PartyTold(ERASURE, ANNA, new PartyName("mailer"), true, NOON),
                new ErasureStarted(ERASURE, ANNA, NOON),
                new PartErasedWithWhole(ERASURE, ANNA, NOON),
                new PartErasureCancelled(ERASURE, ANNA, OFFICER, NOON),
                new PartErasureCertified(ERASURE, ANNA, "{}\n\n\u2014 log a2V5\n", NOON),
                new PartErasureDescribed(
                        ERASURE,
                        ANNA,
                        new PartScope(
                                Purpose.TRAINING,
                                new ContentId("joint-1"),
                                NOON,
                                NOON.plusSeconds(60),
                                LogPosition.of(3, 1)),
                        NOON),
                new PartErasureHeld(ERASURE, ANNA, OFFICER, HoldBasis.LEGAL_CLAIM, new CaseReference("2026-17"), NOON),
                new PartErasureReleased(ERASURE, ANNA, OFFICER, ReleaseReason.KEYS_DESTROYED, NOON),
                new PartErasureRequested(ERASURE, ANNA, OFFICER, Regulation.GDPR, NOON, NOON, BY_LETTER, NOON),
                new PartErasureStarted(
                        ERASURE,
                        ANNA,
                        Set.of(DataCategory.INTERACTION),
                        Places.of(List.of(LogPosition.of(3, 1), LogPosition.of(4, 0))),
                        List.of(new Kept(DataCategory.CONTRACT, LawfulBasis.CONTRACT)),
                        NOON),
                new PartForgotten(
                        ERASURE,
                        ANNA,
                        Places.of(List.of(LogPosition.of(3, 1))),
                        new Fence(LogPosition.of(5, 0), "00ff"),
                        NOON),
                new PartKeysClosed(ERASURE, ANNA, NOON),
                new PartHidden(ERASURE, ANNA, Places.of(List.of(LogPosition.of(3, 1))), NOON),
                new SubjectErased(ERASURE, ANNA, new Fence(LogPosition.of(7, 1), "0badcafe"), NOON),
                new ErasureCertified(ERASURE, ANNA, "{}\n\n\u2014 log signature\n", NOON),
                new ExportRequested(
                        EXPORT, ANNA, OFFICER, Regulation.CCPA, NOON, BY_LETTER, RequestKind.PORTABILITY, NOON),
                new ExportMade(
                        EXPORT, ANNA, new ArchiveSummary(LogPosition.of(7, 1), 12, 1, 4096, "0badcafe"), NOON, NOON),
                new ExportFailed(EXPORT, ANNA, ExportFailure.INCOMPLETE, NOON),
                new ExportDownloaded(EXPORT, ANNA, NOON),
                new ExportRemoved(EXPORT, ANNA, RemovalReason.EXPIRED, NOON),
                new EndingStarted(ENDING, 3, List.of(OVER), List.of(ProcessingPurpose.ANALYTICS), NOON),
                new PeriodsEnded(ENDING, List.of(OVER), List.of(ANNA), LogPosition.of(7, 2), NOON),
                new EndingCompleted(ENDING, NOON),
                new RetentionSet(
                        4,
                        new RetentionRule(
                                DataCategory.PREFERENCE, null, RetentionBasis.CONTRACT, OFFICER, 36, NOON, NOON)),
                new PurposeRetentionSet(5, new PurposeRule(ProcessingPurpose.TRAINING, 12, OFFICER, 24, NOON, NOON)),
                new RequestReceived(
                        REQUEST,
                        ANNA,
                        OFFICER,
                        RequestKind.ACCESS,
                        Manner.LETTER,
                        Regulation.CCPA,
                        NOON,
                        REQUEST,
                        NOON),
                new RequestExtended(REQUEST, ANNA, OFFICER, ExtensionReason.COMPLEXITY, NOON, NOON),
                new RequestAnswered(REQUEST, ANNA, OFFICER, Response.COMPLIED_IN_PART, NOON),
                new RequestAnsweredInPart(
                        REQUEST, ANNA, OFFICER, DenialBasis.RIGHTS_OF_OTHERS, new CaseReference("2026-17"), NOON),
                new RequestEndedByErasure(REQUEST, ANNA, NOON),
                new RequestWithdrawn(REQUEST, ANNA, NOON),
                new RequestMet(
                        REQUEST,
                        ANNA,
                        OFFICER,
                        RequestKind.SALE_OPT_OUT,
                        Manner.OPT_OUT_PREFERENCE_SIGNAL,
                        Regulation.CCPA,
                        NOON),
                new RequestDenied(REQUEST, ANNA, OFFICER, DenialBasis.EXCESSIVE, new CaseReference("2026-17"), NOON),
                new ReleaseAsked(RELEASE, ANNA, OFFICER, LookupReason.COMPLAINT, new CaseReference("2026-17"), NOON),
                new ReleaseGranted(RELEASE, ANNA, OFFICER, NOON, NOON),
                new ReleaseRefused(RELEASE, ANNA, OFFICER, NOON),
                new LookedUp(
                        new LookupId(ERASURE.value()),
                        OFFICER,
                        LookupKind.RAW_EVENTS,
                        ANNA,
                        LookupReason.INCIDENT,
                        new CaseReference("2026-17"),
                        NOON),
                new RectificationAsked(
                        ANNA, REQUEST, LogPosition.of(7, 1), "I rated that with four stars, not with one.", NOON),
                new OpenDsrReceived(
                        REQUEST,
                        ANNA,
                        OFFICER,
                        RequestKind.ERASURE,
                        Regulation.CCPA,
                        REQUEST,
                        NOON,
                        NOON,
                        List.of(URI.create("https://desk.example/told")),
                        NOON),
                new OpenDsrCancelled(REQUEST, OFFICER, NOON),
                new OpenDsrTold(REQUEST, OFFICER, RequestStatus.COMPLETED, 0, true, NOON),
                new GateFigures(
                        new UUID(1, 2),
                        NOON.minusSeconds(60),
                        Map.of("no-consent", 3L),
                        new GateFigures.Withdrawals(2, 70, 50, Map.of(50L, 2L)),
                        NOON),
                new PreferencesStated(
                        ANNA,
                        new Preferences(
                                List.of(new StatedInterest(DOVETAIL, 0.75)),
                                List.of(new Facet(FacetKind.MATERIAL, "mdf: raw")),
                                List.of("en"),
                                SkillLevel.EXPERT),
                        7,
                        NOON),
                new ContentPublished(CONTENT, NOON),
                new ContentRetired(JOINERY, NOON),
                new EditorialListSet(List.of(JOINERY), NOON),
                new EditorialRulesSet(
                        new EditorialRules(
                                List.of(new EditorialRules.Boost(
                                        null,
                                        new Facet(FacetKind.TECHNIQUE, "dovetail"),
                                        -0.25,
                                        false,
                                        new Term(NOON, NOON.plusSeconds(60)))),
                                List.of(new EditorialRules.Pin(JOINERY, Surface.FEED, 3, true, Term.ALWAYS)),
                                List.of(new EditorialRules.Cap(FacetKind.CREATOR, null, 2, 10, Term.ALWAYS)),
                                0.2),
                        NOON),
                new ContentRestored(JOINERY, NOON),
                new ProductListed(new Product(CHISEL, DESCRIPTION, PRICE, 5, List.of("DE")), NOON),
                new ProductRetired(CHISEL, NOON),
                new ProductRestored(CHISEL, NOON),
                INTERACTION,
                new OrderPlaced(
                        ANNA, new OrderId("o-1"), JOINERY, List.of(new OrderLine(CHISEL, 2, PRICE)), PRICE, NOON),
                new FeedbackGiven(
                        ANNA, new MessageId("f-1"), JOINERY, Facets.NONE, FeedbackType.RATING, 4.5, null, NOON),
                served());
    }

    private static RecommendationsServed served() {
        return new RecommendationsServed(
                LIST,
                ANNA,
                Algorithm.HYBRID,
                new ModelVersion("cooccurrence@409600"),
                LogPosition.of(100, 3),
                List.of(Purpose.PERSONALIZATION),
                Fallback.NO_HISTORY,
                "home",
                new RankingInputs(
                        new Weights(0.4, 0.6, 0.1, 0.03, 0.04, 0.06)
                                .andRelated(0.8)
                                .andOfTheList(0.012, 0.08),
                        20,
                        List.of(JOINERY),
                        List.of(DOVETAIL),
                        LogPosition.of(99, 0),
                        LogPosition.of(99, 0),
                        LogPosition.of(99, 0),
                        new ModelVersion("recommender@409600"),
                        7,
                        new ListTerms(
                                List.of(JOINERY),
                                new Filter(List.of(DOVETAIL), "de", Duration.ofMinutes(20)),
                                new Occasion(JOINERY, null),
                                new Pages(LIST, NOON, List.of(JOINERY))),
                        Rung.SEGMENT_POPULAR,
                        256,
                        new Neighbours(NearestAnswer.FOUND, List.of(JOINERY))),
                List.of(new ServedItem(
                        JOINERY,
                        1,
                        0.75,
                        List.of(new Contribution("content", 0.5), new Contribution("trending", 0.25)),
                        List.of(new Reason("finished-with-technique", DOVETAIL, List.of(JOINERY), 3)),
                        0.25)),
                NOON);
    }
}
