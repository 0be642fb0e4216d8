package com.videowindow.patina.eventlog;

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
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.Contribution;
import com.videowindow.patina.domain.recommendation.Fallback;
import com.videowindow.patina.domain.recommendation.RankingInputs;
import com.videowindow.patina.domain.recommendation.Reason;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.domain.recommendation.Surface;
import com.videowindow.patina.domain.recommendation.Weights;
import com.videowindow.patina.domain.rectification.RectificationAsked;
import com.videowindow.patina.domain.release.ReleaseAsked;
import com.videowindow.patina.domain.release.ReleaseGranted;
import com.videowindow.patina.domain.release.ReleaseId;
import com.videowindow.patina.domain.release.ReleaseRefused;
import com.videowindow.patina.domain.report.GateFigures;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What each frozen event means today: one entry for each file in {@code events}, of every revision that ever was. */
final class FrozenEvents {
    static final Instant AT = Instant.parse("2026-03-01T12:00:00.123456Z");
    static final SubjectId SOMEBODY = SubjectId.of("0192f0c1-0000-7000-8000-00000000000a");
    static final RecommendationId LIST = new RecommendationId(UUID.fromString("0192f0c1-0000-7000-8000-0000000000ff"));
    static final ContentId JOINERY = new ContentId("joinery-101");
    static final ProductId CHISEL = new ProductId("chisel-12");
    private static final EndingId ENDING = EndingId.of("5f1b7c70-9f55-4c3a-8d4e-2b8f4f6f0a12");
    private static final RetentionPeriod OVER = new RetentionPeriod(DataCategory.INTERACTION, YearMonth.of(2024, 2));
    static final ErasureId ERASURE = ErasureId.of("3f1b7c70-9f55-4c3a-8d4e-2b8f4f6f0a11");
    static final RequestId REQUEST = new RequestId(ERASURE.value());
    private static final ReleaseId RELEASE = new ReleaseId(ERASURE.value());
    static final Actor OFFICER = new Actor(Actor.Kind.OFFICER, SubjectId.of("7d9d52bb-3e0c-4fd0-a4b7-93e7c1d8a9a2"));
    static final PolicyVersion POLICY = new PolicyVersion("1");
    static final ExportId EXPORT = ExportId.of("3f1b7c70-9f55-4c3a-8d4e-2b8f4f6f0a12");
    static final Facet DOVETAIL = Facet.parse("technique:dovetail");
    private static final OrderLine TWO_CHISELS = new OrderLine(CHISEL, 2, euros("39.9"));
    private static final Description ABOUT = new Description(
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

    private static final Map<String, DomainEvent> OTHERS = Map.ofEntries(
            Map.entry("ContentPublished.1", published()),
            Map.entry("ContentRestored.1", new ContentRestored(JOINERY, AT)),
            Map.entry("EditorialListSet.1", new EditorialListSet(List.of(JOINERY), AT)),
            Map.entry(
                    "EditorialRulesSet.1",
                    new EditorialRulesSet(
                            new EditorialRules(
                                    List.of(new EditorialRules.Boost(
                                            null,
                                            new Facet(FacetKind.TECHNIQUE, "dovetail"),
                                            -0.25,
                                            false,
                                            new Term(AT, AT.plusSeconds(60)))),
                                    List.of(new EditorialRules.Pin(JOINERY, Surface.FEED, 3, true, Term.ALWAYS)),
                                    List.of(new EditorialRules.Cap(FacetKind.CREATOR, null, 2, 10, Term.ALWAYS)),
                                    0.2),
                            AT)),
            Map.entry("ContentRetired.1", new ContentRetired(JOINERY, AT)),
            Map.entry("EndingCompleted.1", new EndingCompleted(ENDING, AT)),
            Map.entry("EndingStarted.1", new EndingStarted(ENDING, 3, List.of(OVER), null, AT)),
            Map.entry("PeriodsEnded.1", new PeriodsEnded(ENDING, List.of(OVER), null, LogPosition.of(7, 2), AT)),
            Map.entry(
                    "RetentionSet.1",
                    new RetentionSet(
                            4,
                            new RetentionRule(
                                    DataCategory.SERVING, 6, RetentionBasis.LEGITIMATE_INTEREST, OFFICER, 13, AT, AT))),
            Map.entry(
                    "PurposeRetentionSet.1",
                    new PurposeRetentionSet(5, new PurposeRule(ProcessingPurpose.TRAINING, 12, OFFICER, 24, AT, AT))),
            Map.entry("ErasureCancelled.1", new ErasureCancelled(ERASURE, SOMEBODY, OFFICER, AT)),
            Map.entry("ErasureCertified.1", new ErasureCertified(ERASURE, SOMEBODY, "{}\n\n\u2014 log a2V5\n", AT)),
            Map.entry(
                    "ErasureHeld.1",
                    new ErasureHeld(
                            ERASURE, SOMEBODY, OFFICER, HoldBasis.LEGAL_CLAIM, new CaseReference("2026-17"), AT)),
            Map.entry(
                    "LegalHoldPlaced.1",
                    new LegalHoldPlaced(SOMEBODY, OFFICER, HoldBasis.LEGAL_CLAIM, new CaseReference("2026-17"), AT)),
            Map.entry("LegalHoldLifted.1", new LegalHoldLifted(SOMEBODY, OFFICER, new CaseReference("2026-17"), AT)),
            Map.entry("ErasureReleased.1", new ErasureReleased(ERASURE, SOMEBODY, OFFICER, null, AT)),
            Map.entry("ErasureBroughtForward.1", new ErasureBroughtForward(ERASURE, SOMEBODY, OFFICER, AT, AT)),
            Map.entry(
                    "ErasureRequested.1",
                    new ErasureRequested(ERASURE, SOMEBODY, OFFICER, Regulation.GDPR, AT, AT, null, AT)),
            Map.entry("PartyTold.1", new PartyTold(ERASURE, SOMEBODY, new PartyName("mailer"), true, AT)),
            Map.entry("PartErasedWithWhole.1", new PartErasedWithWhole(ERASURE, SOMEBODY, AT)),
            Map.entry("PartErasureCancelled.1", new PartErasureCancelled(ERASURE, SOMEBODY, OFFICER, AT)),
            Map.entry(
                    "PartErasureCertified.1",
                    new PartErasureCertified(ERASURE, SOMEBODY, "{}\n\n\u2014 log a2V5\n", AT)),
            Map.entry(
                    "PartErasureDescribed.1",
                    new PartErasureDescribed(
                            ERASURE,
                            SOMEBODY,
                            new PartScope(
                                    Purpose.TRAINING,
                                    new ContentId("joint-1"),
                                    AT,
                                    AT.plusSeconds(60),
                                    LogPosition.of(3, 1)),
                            AT)),
            Map.entry(
                    "PartErasureHeld.1",
                    new PartErasureHeld(
                            ERASURE, SOMEBODY, OFFICER, HoldBasis.LEGAL_CLAIM, new CaseReference("2026-17"), AT)),
            Map.entry("PartErasureReleased.1", new PartErasureReleased(ERASURE, SOMEBODY, OFFICER, null, AT)),
            Map.entry(
                    "PartErasureRequested.1",
                    new PartErasureRequested(ERASURE, SOMEBODY, OFFICER, Regulation.GDPR, AT, AT, null, AT)),
            Map.entry(
                    "PartErasureStarted.1",
                    new PartErasureStarted(
                            ERASURE,
                            SOMEBODY,
                            Set.of(DataCategory.INTERACTION),
                            Places.of(List.of(LogPosition.of(3, 1), LogPosition.of(4, 0))),
                            null,
                            AT)),
            Map.entry(
                    "PartForgotten.1",
                    new PartForgotten(
                            ERASURE,
                            SOMEBODY,
                            Places.of(List.of(LogPosition.of(3, 1))),
                            new Fence(LogPosition.of(5, 0), "00ff"),
                            AT)),
            Map.entry("PartKeysClosed.1", new PartKeysClosed(ERASURE, SOMEBODY, AT)),
            Map.entry("PartHidden.1", new PartHidden(ERASURE, SOMEBODY, Places.of(List.of(LogPosition.of(3, 1))), AT)),
            Map.entry("ErasureStarted.1", new ErasureStarted(ERASURE, SOMEBODY, AT)),
            Map.entry("ExportDownloaded.1", new ExportDownloaded(EXPORT, SOMEBODY, AT)),
            Map.entry("ExportFailed.1", new ExportFailed(EXPORT, SOMEBODY, ExportFailure.BROKEN_OFF, AT)),
            Map.entry(
                    "ExportMade.1",
                    new ExportMade(
                            EXPORT,
                            SOMEBODY,
                            new ArchiveSummary(LogPosition.of(7, 1), 12, 1, 4096, "0badcafe"),
                            AT,
                            AT)),
            Map.entry("ExportRemoved.1", new ExportRemoved(EXPORT, SOMEBODY, RemovalReason.LEAVING, AT)),
            Map.entry(
                    "ExportRequested.1",
                    new ExportRequested(EXPORT, SOMEBODY, OFFICER, Regulation.GDPR, AT, null, null, AT)),
            Map.entry("FeedbackGiven.1", rated()),
            Map.entry("Forgotten.1", new Forgotten(SOMEBODY, AT)),
            Map.entry("InteractionRecorded.1", recorded()),
            Map.entry(
                    "LookedUp.1",
                    new LookedUp(
                            new LookupId(ERASURE.value()),
                            OFFICER,
                            LookupKind.RAW_EVENTS,
                            SOMEBODY,
                            LookupReason.INCIDENT,
                            new CaseReference("2026-17"),
                            AT)),
            Map.entry("OpenDsrCancelled.1", new OpenDsrCancelled(REQUEST, OFFICER, AT)),
            Map.entry(
                    "OpenDsrReceived.1",
                    new OpenDsrReceived(
                            REQUEST,
                            SOMEBODY,
                            OFFICER,
                            RequestKind.ERASURE,
                            Regulation.CCPA,
                            REQUEST,
                            AT,
                            AT,
                            List.of(URI.create("https://desk.example/told")),
                            AT)),
            Map.entry(
                    "GateFigures.1",
                    new GateFigures(
                            new UUID(1, 2),
                            AT.minusSeconds(60),
                            Map.of("no-consent", 3L),
                            new GateFigures.Withdrawals(2, 70, 50, Map.of(50L, 2L)),
                            AT)),
            Map.entry("OpenDsrTold.1", new OpenDsrTold(REQUEST, OFFICER, RequestStatus.COMPLETED, 0, true, AT)),
            Map.entry(
                    "OrderPlaced.1",
                    new OrderPlaced(SOMEBODY, new OrderId("o-1"), JOINERY, List.of(TWO_CHISELS), euros("39.9"), AT)),
            Map.entry("PreferencesStated.1", stated()),
            Map.entry(
                    "ProductListed.1",
                    new ProductListed(new Product(CHISEL, ABOUT, euros("39.9"), 5, List.of("DE")), AT)),
            Map.entry("ProductRestored.1", new ProductRestored(CHISEL, AT)),
            Map.entry("ProductRetired.1", new ProductRetired(CHISEL, AT)),
            Map.entry("RecommendationsServed.1", served()),
            Map.entry(
                    "RectificationAsked.1",
                    new RectificationAsked(
                            SOMEBODY,
                            REQUEST,
                            LogPosition.of(7, 1),
                            "I rated that with four stars, not with one.",
                            AT)),
            Map.entry(
                    "ReleaseAsked.1",
                    new ReleaseAsked(
                            RELEASE, SOMEBODY, OFFICER, LookupReason.COMPLAINT, new CaseReference("2026-17"), AT)),
            Map.entry("ReleaseGranted.1", new ReleaseGranted(RELEASE, SOMEBODY, OFFICER, AT, AT)),
            Map.entry("ReleaseRefused.1", new ReleaseRefused(RELEASE, SOMEBODY, OFFICER, AT)),
            Map.entry(
                    "RequestReceived.1",
                    new RequestReceived(
                            REQUEST,
                            SOMEBODY,
                            OFFICER,
                            RequestKind.ACCESS,
                            Manner.LETTER,
                            Regulation.CCPA,
                            AT,
                            null,
                            AT)),
            Map.entry(
                    "RequestExtended.1",
                    new RequestExtended(REQUEST, SOMEBODY, OFFICER, ExtensionReason.COMPLEXITY, AT, AT)),
            Map.entry(
                    "RequestAnswered.1",
                    new RequestAnswered(REQUEST, SOMEBODY, OFFICER, Response.COMPLIED_IN_PART, AT)),
            Map.entry(
                    "RequestAnsweredInPart.1",
                    new RequestAnsweredInPart(
                            REQUEST,
                            SOMEBODY,
                            OFFICER,
                            DenialBasis.RIGHTS_OF_OTHERS,
                            new CaseReference("2026-17"),
                            AT)),
            Map.entry("RequestWithdrawn.1", new RequestWithdrawn(REQUEST, SOMEBODY, AT)),
            Map.entry("RequestEndedByErasure.1", new RequestEndedByErasure(REQUEST, SOMEBODY, AT)),
            Map.entry(
                    "RequestMet.1",
                    new RequestMet(
                            REQUEST,
                            SOMEBODY,
                            OFFICER,
                            RequestKind.SALE_OPT_OUT,
                            Manner.OPT_OUT_PREFERENCE_SIGNAL,
                            Regulation.CCPA,
                            AT)),
            Map.entry(
                    "RequestDenied.1",
                    new RequestDenied(
                            REQUEST, SOMEBODY, OFFICER, DenialBasis.EXCESSIVE, new CaseReference("2026-17"), AT)),
            Map.entry(
                    "SubjectErased.1",
                    new SubjectErased(ERASURE, SOMEBODY, new Fence(LogPosition.of(7, 1), "0badcafe"), AT)));

    static final Map<String, DomainEvent> MEANING = all();

    private FrozenEvents() {}

    private static Map<String, DomainEvent> all() {
        Map<String, DomainEvent> all = new HashMap<>(OTHERS);
        all.putAll(FrozenConsents.MEANING);
        all.putAll(FrozenModels.MEANING);
        return Map.copyOf(all);
    }

    static Money euros(String amount) {
        return new Money(new BigDecimal(amount), Currency.getInstance("EUR"));
    }

    private static ContentPublished published() {
        List<Float> embedding = List.of(0.25f, -1.5f);
        return new ContentPublished(
                new Content(
                        JOINERY,
                        ABOUT,
                        "Today we cut",
                        Duration.ofMinutes(12),
                        AT,
                        embedding,
                        List.of(new ReadFacet(new Facet(FacetKind.SKILL, "beginner"), 0.75))),
                AT);
    }

    private static FeedbackGiven rated() {
        Facets none = new Facets(List.of());
        return new FeedbackGiven(SOMEBODY, new MessageId("f-1"), JOINERY, none, FeedbackType.RATING, 4.5, null, AT);
    }

    private static InteractionRecorded recorded() {
        InteractionContext context = new InteractionContext(
                LIST, 3, "home", Platform.WEB, new DeviceId("d-1"), "dovetail jig", new OrderId("o-1"));
        Facets steel = new Facets(List.of(Facet.parse("material:steel")));
        return new InteractionRecorded(
                SOMEBODY,
                new MessageId("m-1"),
                new SessionId("s-1"),
                InteractionKind.ADD_TO_CART,
                JOINERY,
                new Facets(List.of(DOVETAIL)),
                new Engagement(30.5, 0.5, 4.5),
                context,
                new Sale(List.of(TWO_CHISELS), euros("79.8"), steel),
                AT,
                AT.plusSeconds(2));
    }

    private static PreferencesStated stated() {
        Preferences preferences = new Preferences(
                List.of(new StatedInterest(DOVETAIL, 0.75)),
                List.of(Facet.parse("material:mdf: raw")),
                List.of("en"),
                SkillLevel.EXPERT);
        return new PreferencesStated(SOMEBODY, preferences, 7, AT);
    }

    private static RecommendationsServed served() {
        ServedItem item = new ServedItem(
                JOINERY,
                1,
                0.75,
                List.of(new Contribution("content", 0.5), new Contribution("trending", 0.25)),
                List.of(new Reason("finished-with-technique", DOVETAIL, List.of(JOINERY), 3)));
        return new RecommendationsServed(
                LIST,
                SOMEBODY,
                Algorithm.HYBRID,
                new ModelVersion("cooccurrence@409600"),
                new LogPosition(409_603),
                List.of(Purpose.PERSONALIZATION),
                Fallback.NO_HISTORY,
                "home",
                new RankingInputs(
                        new Weights(0.4, 0.6, 0.1, 0.03, 0.04, 0.06),
                        20,
                        List.of(JOINERY),
                        List.of(DOVETAIL),
                        new LogPosition(409_600),
                        new LogPosition(409_600),
                        new LogPosition(409_600),
                        new ModelVersion("recommender@409600"),
                        7,
                        null),
                List.of(item),
                AT);
    }
}
