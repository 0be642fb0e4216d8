package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.FrozenEvents.AT;
import static com.videowindow.patina.eventlog.FrozenEvents.CHISEL;
import static com.videowindow.patina.eventlog.FrozenEvents.DOVETAIL;
import static com.videowindow.patina.eventlog.FrozenEvents.ERASURE;
import static com.videowindow.patina.eventlog.FrozenEvents.EXPORT;
import static com.videowindow.patina.eventlog.FrozenEvents.JOINERY;
import static com.videowindow.patina.eventlog.FrozenEvents.LIST;
import static com.videowindow.patina.eventlog.FrozenEvents.OFFICER;
import static com.videowindow.patina.eventlog.FrozenEvents.REQUEST;
import static com.videowindow.patina.eventlog.FrozenEvents.SOMEBODY;
import static com.videowindow.patina.eventlog.FrozenEvents.euros;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentPublished;
import com.videowindow.patina.domain.catalog.CreatorId;
import com.videowindow.patina.domain.catalog.Description;
import com.videowindow.patina.domain.catalog.Product;
import com.videowindow.patina.domain.catalog.ProductListed;
import com.videowindow.patina.domain.commerce.OrderId;
import com.videowindow.patina.domain.commerce.OrderPlaced;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.ErasureReleased;
import com.videowindow.patina.domain.erasure.ErasureRequested;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.erasure.ReleaseReason;
import com.videowindow.patina.domain.export.ExportRequested;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import com.videowindow.patina.domain.feedback.FeedbackType;
import com.videowindow.patina.domain.interaction.Engagement;
import com.videowindow.patina.domain.interaction.InteractionContext;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interaction.MessageId;
import com.videowindow.patina.domain.interest.Facets;
import com.videowindow.patina.domain.interest.Preferences;
import com.videowindow.patina.domain.interest.PreferencesStated;
import com.videowindow.patina.domain.lookup.LookedUp;
import com.videowindow.patina.domain.lookup.LookupId;
import com.videowindow.patina.domain.lookup.LookupKind;
import com.videowindow.patina.domain.model.ModelPromoted;
import com.videowindow.patina.domain.model.ModelRolledBack;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.model.RollbackReason;
import com.videowindow.patina.domain.model.TrainingAsked;
import com.videowindow.patina.domain.model.TrainingId;
import com.videowindow.patina.domain.model.Trigger;
import com.videowindow.patina.domain.part.Kept;
import com.videowindow.patina.domain.part.PartErasureReleased;
import com.videowindow.patina.domain.part.PartErasureRequested;
import com.videowindow.patina.domain.part.PartErasureStarted;
import com.videowindow.patina.domain.part.Places;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.Contribution;
import com.videowindow.patina.domain.recommendation.Filter;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.domain.recommendation.NearestAnswer;
import com.videowindow.patina.domain.recommendation.Neighbours;
import com.videowindow.patina.domain.recommendation.Occasion;
import com.videowindow.patina.domain.recommendation.Pages;
import com.videowindow.patina.domain.recommendation.RankingInputs;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.recommendation.Rung;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.domain.recommendation.Weights;
import com.videowindow.patina.domain.request.Arrival;
import com.videowindow.patina.domain.request.Manner;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestReceived;
import com.videowindow.patina.domain.retention.EndingId;
import com.videowindow.patina.domain.retention.EndingStarted;
import com.videowindow.patina.domain.retention.PeriodsEnded;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What may be absent is frozen absent too: an event as short as it can be, of each type that has such values, and a
 * value that excludes another. They have a folder of their own, since the dictionary of payloads was trained on the
 * examples in the other.
 */
final class FrozenVariants {
    private static final Facets NO_FACETS = new Facets(List.of());
    private static final Description HARDLY_DESCRIBED = new Description(
            "Untitled",
            null,
            null,
            new CreatorId("ben"),
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            null,
            List.of(),
            null);

    private static final EndingId ENDING = EndingId.of("5f1b7c70-9f55-4c3a-8d4e-2b8f4f6f0a12");
    private static final RetentionPeriod OVER = new RetentionPeriod(DataCategory.INTERACTION, YearMonth.of(2024, 2));

    private static final Arrival BY_LETTER = new Arrival(Manner.LETTER, AT);

    static final Map<String, DomainEvent> MEANING = Map.ofEntries(
            Map.entry(
                    "TrainingAsked.1.least",
                    new TrainingAsked(new TrainingId(new UUID(0, 7)), Trigger.SCHEDULE, null, AT)),
            Map.entry("ModelPromoted.1.least", new ModelPromoted(new ModelVersion("0badcafe"), null, null, AT)),
            Map.entry(
                    "ModelRolledBack.1.least",
                    new ModelRolledBack(new ModelVersion("0badcafe"), null, RollbackReason.REGRESSION, null, AT)),
            Map.entry("ConsentGiven.1.guardian", FrozenConsents.byGuardian()),
            Map.entry(
                    "LookedUp.1.least",
                    new LookedUp(
                            new LookupId(new UUID(0, 1)),
                            new Actor(Actor.Kind.OFFICER, SOMEBODY),
                            LookupKind.LOOKUPS,
                            null,
                            null,
                            null,
                            AT)),
            Map.entry(
                    "ContentPublished.1.least",
                    new ContentPublished(new Content(JOINERY, HARDLY_DESCRIBED, null, null, AT, List.of()), AT)),
            Map.entry("FeedbackGiven.1.comment", feedback(FeedbackType.COMMENT, "Clear and calm")),
            Map.entry("FeedbackGiven.1.least", feedback(FeedbackType.NOT_INTERESTED, null)),
            Map.entry(
                    "InteractionRecorded.1.least",
                    new InteractionRecorded(
                            SOMEBODY,
                            new MessageId("m-2"),
                            null,
                            InteractionKind.PURCHASE,
                            null,
                            NO_FACETS,
                            Engagement.NONE,
                            InteractionContext.NONE,
                            null,
                            AT,
                            AT)),
            Map.entry(
                    "ErasureRequested.1.arrival",
                    new ErasureRequested(ERASURE, SOMEBODY, OFFICER, Regulation.GDPR, AT, AT, BY_LETTER, AT)),
            Map.entry(
                    "ErasureRequested.1.manner",
                    new ErasureRequested(
                            ERASURE, SOMEBODY, OFFICER, Regulation.GDPR, AT, AT, new Arrival(Manner.PHONE, null), AT)),
            Map.entry(
                    "PartErasureRequested.1.arrival",
                    new PartErasureRequested(ERASURE, SOMEBODY, OFFICER, Regulation.GDPR, AT, AT, BY_LETTER, AT)),
            Map.entry(
                    "ExportRequested.1.arrival",
                    new ExportRequested(EXPORT, SOMEBODY, OFFICER, Regulation.GDPR, AT, BY_LETTER, null, AT)),
            Map.entry(
                    "ExportRequested.1.kind",
                    new ExportRequested(
                            EXPORT, SOMEBODY, OFFICER, Regulation.GDPR, AT, null, RequestKind.PORTABILITY, AT)),
            Map.entry(
                    "RequestReceived.1.joined",
                    new RequestReceived(
                            REQUEST,
                            SOMEBODY,
                            OFFICER,
                            RequestKind.ERASURE,
                            Manner.LETTER,
                            Regulation.CCPA,
                            AT,
                            new RequestId(EXPORT.value()),
                            AT)),
            Map.entry(
                    "ErasureReleased.1.reason",
                    new ErasureReleased(
                            new ErasureId(new UUID(0, 1)),
                            SOMEBODY,
                            new Actor(Actor.Kind.ENGINE, SOMEBODY),
                            ReleaseReason.KEYS_DESTROYED,
                            AT)),
            Map.entry(
                    "PartErasureReleased.1.reason",
                    new PartErasureReleased(
                            new ErasureId(new UUID(0, 1)),
                            SOMEBODY,
                            new Actor(Actor.Kind.ENGINE, SOMEBODY),
                            ReleaseReason.KEYS_DESTROYED,
                            AT)),
            Map.entry("OrderPlaced.1.least", new OrderPlaced(SOMEBODY, new OrderId("o-2"), null, List.of(), null, AT)),
            Map.entry("PreferencesStated.1.least", new PreferencesStated(SOMEBODY, Preferences.NONE, 1, AT)),
            Map.entry(
                    "ProductListed.1.least",
                    new ProductListed(new Product(CHISEL, HARDLY_DESCRIBED, euros("39.9"), 0, List.of()), AT)),
            Map.entry("RecommendationsServed.1.drawn", drawn(new Weights(0.4, 0.6, 0.1, 0.03, 0.04, 0.06))),
            Map.entry(
                    "RecommendationsServed.1.calibrated",
                    drawn(new Weights(0.4, 0.6, 0.1, 0.03, 0.04, 0.04).andOfTheList(0.012, 0.08))),
            Map.entry(
                    "RecommendationsServed.1.doubted",
                    drawn(new Weights(0.4, 0.6, 0.1, 0.03, 0, 0.04)
                            .andOfTheList(0.012, 0.08)
                            .exploring(0, 0.1))),
            Map.entry(
                    "RecommendationsServed.1.asked",
                    new RecommendationsServed(
                            LIST,
                            SOMEBODY,
                            Algorithm.HYBRID,
                            new ModelVersion("cooccurrence@0"),
                            LogPosition.START,
                            List.of(),
                            null,
                            null,
                            new RankingInputs(
                                    new Weights(0.4, 0.6, 0.1, 0.03, 0.04, 0.06).andRelated(1.6),
                                    1,
                                    List.of(),
                                    List.of(),
                                    LogPosition.START,
                                    LogPosition.START,
                                    LogPosition.START,
                                    null,
                                    7,
                                    new ListTerms(
                                            List.of(JOINERY),
                                            new Filter(List.of(DOVETAIL), "de", Duration.ofMinutes(20)),
                                            new Occasion(null, CHISEL),
                                            new Pages(LIST, AT, List.of(JOINERY)))),
                            List.of(),
                            AT)),
            Map.entry(
                    "RecommendationsServed.1.partial",
                    new RecommendationsServed(
                            LIST,
                            SOMEBODY,
                            Algorithm.HYBRID,
                            new ModelVersion("cooccurrence@0"),
                            LogPosition.START,
                            List.of(),
                            null,
                            null,
                            new RankingInputs(
                                    new Weights(0.4, 0.6, 0.1, 0.03, 0.04, 0.06),
                                    1,
                                    List.of(),
                                    List.of(),
                                    LogPosition.START,
                                    LogPosition.START,
                                    LogPosition.START,
                                    null,
                                    700,
                                    null,
                                    Rung.CONTENT,
                                    256),
                            List.of(),
                            AT)),
            Map.entry(
                    "RecommendationsServed.1.nearest",
                    new RecommendationsServed(
                            LIST,
                            SOMEBODY,
                            Algorithm.HYBRID,
                            new ModelVersion("cooccurrence@0"),
                            LogPosition.START,
                            List.of(),
                            null,
                            null,
                            new RankingInputs(
                                    new Weights(0.4, 0.6, 0.1, 0.03, 0.04, 0.06),
                                    1,
                                    List.of(),
                                    List.of(),
                                    LogPosition.START,
                                    LogPosition.START,
                                    LogPosition.START,
                                    new ModelVersion("recommender@0"),
                                    70_000,
                                    null,
                                    Rung.HYBRID,
                                    null,
                                    new Neighbours(NearestAnswer.FOUND, List.of(JOINERY))),
                            List.of(),
                            AT)),
            Map.entry(
                    "RecommendationsServed.1.least",
                    new RecommendationsServed(
                            LIST,
                            SOMEBODY,
                            Algorithm.HYBRID,
                            new ModelVersion("cooccurrence@0"),
                            LogPosition.START,
                            List.of(),
                            null,
                            null,
                            new RankingInputs(
                                    new Weights(0.4, 0.6, 0.1, 0.03, 0.04, 0.06),
                                    1,
                                    List.of(),
                                    List.of(),
                                    LogPosition.START,
                                    LogPosition.START,
                                    LogPosition.START,
                                    null,
                                    7,
                                    null),
                            List.of(),
                            AT)),
            Map.entry(
                    "PartErasureStarted.1.kept",
                    new PartErasureStarted(
                            new ErasureId(new UUID(0, 1)),
                            SOMEBODY,
                            Set.of(DataCategory.INTERACTION),
                            Places.NONE,
                            List.of(new Kept(DataCategory.CONTRACT, LawfulBasis.CONTRACT)),
                            AT)),
            Map.entry(
                    "EndingStarted.1.idle",
                    new EndingStarted(ENDING, 3, List.of(OVER), List.of(ProcessingPurpose.ANALYTICS), AT)),
            Map.entry(
                    "PeriodsEnded.1.apart",
                    new PeriodsEnded(ENDING, List.of(OVER), List.of(SOMEBODY), LogPosition.START, AT)));

    private FrozenVariants() {}

    private static FeedbackGiven feedback(FeedbackType type, @Nullable String text) {
        return new FeedbackGiven(SOMEBODY, new MessageId("f-2"), JOINERY, NO_FACETS, type, null, text, AT);
    }

    private static RecommendationsServed drawn(Weights weights) {
        return new RecommendationsServed(
                LIST,
                SOMEBODY,
                Algorithm.HYBRID,
                new ModelVersion("cooccurrence@0"),
                LogPosition.START,
                List.of(),
                null,
                null,
                new RankingInputs(
                        weights,
                        1,
                        List.of(),
                        List.of(),
                        LogPosition.START,
                        LogPosition.START,
                        LogPosition.START,
                        null,
                        7,
                        null),
                List.of(new ServedItem(
                        JOINERY, 1, 0.25, List.of(new Contribution("interest", 0.25)), List.of(), 0.125)),
                AT);
    }
}
