package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.audit.UnknownEvent;
import com.videowindow.patina.domain.catalog.ContentPublished;
import com.videowindow.patina.domain.catalog.ContentRestored;
import com.videowindow.patina.domain.catalog.ContentRetired;
import com.videowindow.patina.domain.catalog.EditorialListSet;
import com.videowindow.patina.domain.catalog.EditorialRulesSet;
import com.videowindow.patina.domain.catalog.ProductListed;
import com.videowindow.patina.domain.catalog.ProductRestored;
import com.videowindow.patina.domain.catalog.ProductRetired;
import com.videowindow.patina.domain.commerce.OrderPlaced;
import com.videowindow.patina.domain.consent.ConsentExpired;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ConsentInvalidated;
import com.videowindow.patina.domain.consent.ConsentRefused;
import com.videowindow.patina.domain.consent.ConsentRevoked;
import com.videowindow.patina.domain.consent.ConsentWithdrawn;
import com.videowindow.patina.domain.consent.ControlChanged;
import com.videowindow.patina.domain.consent.NoticeShown;
import com.videowindow.patina.domain.consent.ObjectionRaised;
import com.videowindow.patina.domain.consent.ObjectionSettled;
import com.videowindow.patina.domain.consent.PolicyPublished;
import com.videowindow.patina.domain.consent.ProcessingRestricted;
import com.videowindow.patina.domain.consent.PurposeDefined;
import com.videowindow.patina.domain.consent.RestrictionLifted;
import com.videowindow.patina.domain.erasure.ErasureBroughtForward;
import com.videowindow.patina.domain.erasure.ErasureCancelled;
import com.videowindow.patina.domain.erasure.ErasureCertified;
import com.videowindow.patina.domain.erasure.ErasureHeld;
import com.videowindow.patina.domain.erasure.ErasureReleased;
import com.videowindow.patina.domain.erasure.ErasureRequested;
import com.videowindow.patina.domain.erasure.ErasureStarted;
import com.videowindow.patina.domain.erasure.LegalHoldLifted;
import com.videowindow.patina.domain.erasure.LegalHoldPlaced;
import com.videowindow.patina.domain.erasure.PartyTold;
import com.videowindow.patina.domain.erasure.SubjectErased;
import com.videowindow.patina.domain.export.ExportDownloaded;
import com.videowindow.patina.domain.export.ExportFailed;
import com.videowindow.patina.domain.export.ExportMade;
import com.videowindow.patina.domain.export.ExportRemoved;
import com.videowindow.patina.domain.export.ExportRequested;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interest.PreferencesStated;
import com.videowindow.patina.domain.lookup.LookedUp;
import com.videowindow.patina.domain.model.ModelEvaluated;
import com.videowindow.patina.domain.model.ModelPromoted;
import com.videowindow.patina.domain.model.ModelRefused;
import com.videowindow.patina.domain.model.ModelRetired;
import com.videowindow.patina.domain.model.ModelRolledBack;
import com.videowindow.patina.domain.model.ModelShadowed;
import com.videowindow.patina.domain.model.ModelTrained;
import com.videowindow.patina.domain.model.TrainingAsked;
import com.videowindow.patina.domain.model.TrainingBegun;
import com.videowindow.patina.domain.model.TrainingFailed;
import com.videowindow.patina.domain.model.TrainingTaken;
import com.videowindow.patina.domain.opendsr.OpenDsrCancelled;
import com.videowindow.patina.domain.opendsr.OpenDsrReceived;
import com.videowindow.patina.domain.opendsr.OpenDsrTold;
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
import com.videowindow.patina.domain.privacy.Forgotten;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.rectification.RectificationAsked;
import com.videowindow.patina.domain.release.ReleaseAsked;
import com.videowindow.patina.domain.release.ReleaseGranted;
import com.videowindow.patina.domain.release.ReleaseRefused;
import com.videowindow.patina.domain.report.GateFigures;
import com.videowindow.patina.domain.request.RequestAnswered;
import com.videowindow.patina.domain.request.RequestAnsweredInPart;
import com.videowindow.patina.domain.request.RequestDenied;
import com.videowindow.patina.domain.request.RequestEndedByErasure;
import com.videowindow.patina.domain.request.RequestExtended;
import com.videowindow.patina.domain.request.RequestMet;
import com.videowindow.patina.domain.request.RequestReceived;
import com.videowindow.patina.domain.request.RequestWithdrawn;
import com.videowindow.patina.domain.retention.EndingCompleted;
import com.videowindow.patina.domain.retention.EndingStarted;
import com.videowindow.patina.domain.retention.PeriodsEnded;
import com.videowindow.patina.domain.retention.PurposeRetentionSet;
import com.videowindow.patina.domain.retention.RetentionSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one place where stored names meet classes: names outlive them. A changed event gets the next revision here and an
 * upcaster from the one before in {@link Upcasters}; a renamed class keeps its stored name.
 */
final class EventNames {

    /**
     * What an event is called in the log.
     *
     * @param kind of stream that it stands in: an aggregate's type, a fact's family
     * @param revision in which it is written now
     */
    record StoredName(String kind, String name, String revision, Class<? extends DomainEvent> type) {}

    static final EventNames CURRENT = new EventNames(List.of(
            first("consents", "ConsentExpired", ConsentExpired.class),
            first("consents", "ConsentGiven", ConsentGiven.class),
            first("consents", "ConsentInvalidated", ConsentInvalidated.class),
            first("consents", "ConsentRefused", ConsentRefused.class),
            first("consents", "ConsentRevoked", ConsentRevoked.class),
            first("consents", "ConsentWithdrawn", ConsentWithdrawn.class),
            first("consents", "ControlChanged", ControlChanged.class),
            first("consents", "NoticeShown", NoticeShown.class),
            first("consents", "ObjectionRaised", ObjectionRaised.class),
            first("consents", "ObjectionSettled", ObjectionSettled.class),
            first("consents", "ProcessingRestricted", ProcessingRestricted.class),
            first("consents", "RequestMet", RequestMet.class),
            first("consents", "RestrictionLifted", RestrictionLifted.class),
            first("content", "ContentPublished", ContentPublished.class),
            first("content", "ContentRestored", ContentRestored.class),
            first("content", "ContentRetired", ContentRetired.class),
            first("editorial", "EditorialListSet", EditorialListSet.class),
            first("editorial", "EditorialRulesSet", EditorialRulesSet.class),
            first("erasure", "ErasureCancelled", ErasureCancelled.class),
            first("erasure", "ErasureCertified", ErasureCertified.class),
            first("erasure", "ErasureHeld", ErasureHeld.class),
            first("erasure", "ErasureReleased", ErasureReleased.class),
            first("erasure", "ErasureBroughtForward", ErasureBroughtForward.class),
            first("erasure", "ErasureRequested", ErasureRequested.class),
            first("erasure", "ErasureStarted", ErasureStarted.class),
            first("erasure", "LegalHoldLifted", LegalHoldLifted.class),
            first("erasure", "LegalHoldPlaced", LegalHoldPlaced.class),
            first("erasure", "PartyTold", PartyTold.class),
            first("erasure", "SubjectErased", SubjectErased.class),
            first("export", "ExportDownloaded", ExportDownloaded.class),
            first("export", "ExportFailed", ExportFailed.class),
            first("export", "ExportMade", ExportMade.class),
            first("export", "ExportRemoved", ExportRemoved.class),
            first("export", "ExportRequested", ExportRequested.class),
            first("feedback", "FeedbackGiven", FeedbackGiven.class),
            first("forgotten", "Forgotten", Forgotten.class),
            first("interaction", "InteractionRecorded", InteractionRecorded.class),
            first("lookup", "LookedUp", LookedUp.class),
            first("opendsr", "OpenDsrCancelled", OpenDsrCancelled.class),
            first("opendsr", "OpenDsrReceived", OpenDsrReceived.class),
            first("opendsr", "OpenDsrTold", OpenDsrTold.class),
            first("figures", "GateFigures", GateFigures.class),
            first("order", "OrderPlaced", OrderPlaced.class),
            first("part", "PartErasedWithWhole", PartErasedWithWhole.class),
            first("part", "PartErasureCancelled", PartErasureCancelled.class),
            first("part", "PartErasureCertified", PartErasureCertified.class),
            first("part", "PartErasureDescribed", PartErasureDescribed.class),
            first("part", "PartErasureHeld", PartErasureHeld.class),
            first("part", "PartErasureReleased", PartErasureReleased.class),
            first("part", "PartErasureRequested", PartErasureRequested.class),
            first("part", "PartErasureStarted", PartErasureStarted.class),
            first("part", "PartForgotten", PartForgotten.class),
            first("part", "PartHidden", PartHidden.class),
            first("part", "PartKeysClosed", PartKeysClosed.class),
            first("policy", "PolicyPublished", PolicyPublished.class),
            first("purpose", "PurposeDefined", PurposeDefined.class),
            first("preferences", "PreferencesStated", PreferencesStated.class),
            first("product", "ProductListed", ProductListed.class),
            first("product", "ProductRestored", ProductRestored.class),
            first("product", "ProductRetired", ProductRetired.class),
            first("request", "RectificationAsked", RectificationAsked.class),
            first("models", "ModelEvaluated", ModelEvaluated.class),
            first("models", "ModelPromoted", ModelPromoted.class),
            first("models", "ModelRefused", ModelRefused.class),
            first("models", "ModelRetired", ModelRetired.class),
            first("models", "ModelRolledBack", ModelRolledBack.class),
            first("models", "ModelShadowed", ModelShadowed.class),
            first("models", "ModelTrained", ModelTrained.class),
            first("models", "TrainingAsked", TrainingAsked.class),
            first("models", "TrainingBegun", TrainingBegun.class),
            first("models", "TrainingFailed", TrainingFailed.class),
            first("models", "TrainingTaken", TrainingTaken.class),
            first("retention", "EndingCompleted", EndingCompleted.class),
            first("retention", "EndingStarted", EndingStarted.class),
            first("retention", "PeriodsEnded", PeriodsEnded.class),
            first("retention", "RetentionSet", RetentionSet.class),
            first("retention", "PurposeRetentionSet", PurposeRetentionSet.class),
            first("release", "ReleaseAsked", ReleaseAsked.class),
            first("release", "ReleaseGranted", ReleaseGranted.class),
            first("release", "ReleaseRefused", ReleaseRefused.class),
            first("request", "RequestAnswered", RequestAnswered.class),
            first("request", "RequestAnsweredInPart", RequestAnsweredInPart.class),
            first("request", "RequestDenied", RequestDenied.class),
            first("request", "RequestEndedByErasure", RequestEndedByErasure.class),
            first("request", "RequestWithdrawn", RequestWithdrawn.class),
            first("request", "RequestExtended", RequestExtended.class),
            first("request", "RequestReceived", RequestReceived.class),
            first("served", "RecommendationsServed", RecommendationsServed.class)));

    private final Map<String, StoredName> byName = new HashMap<>();
    private final Map<Class<?>, StoredName> byType = new HashMap<>();

    EventNames(List<StoredName> names) {
        for (StoredName name : names) {
            if (byName.put(name.name(), name) != null || byType.put(name.type(), name) != null) {
                throw new IllegalArgumentException("named twice: " + name);
            }
        }
    }

    private static StoredName first(String kind, String name, Class<? extends DomainEvent> type) {
        return new StoredName(kind, name, "1", type);
    }

    Collection<StoredName> all() {
        return byName.values();
    }

    StoredName of(Class<?> type) {
        StoredName name = byType.get(type);
        if (name == null) {
            throw new IllegalArgumentException(type + " has no stored name and cannot enter the log");
        }
        return name;
    }

    /** @throws UnknownEvent when this version does not know it */
    Class<? extends DomainEvent> type(String name, String revision) {
        StoredName known = byName.get(name);
        if (known == null || !known.revision().equals(revision)) {
            throw unknown(name, revision, null);
        }
        return known.type();
    }

    /**
     * Another revision says something about what its name says something about. Another name may concern whoever is
     * concerned with events of its kind of stream; of a kind that nobody knows, it may concern everybody.
     */
    UnknownEvent unknown(String name, String revision, @Nullable String kind) {
        StoredName known = byName.get(name);
        if (known != null) {
            String message = "the log holds revision " + revision + " of " + name + "; this version knows revision "
                    + known.revision() + " and no upcaster leads there";
            return new UnknownEvent(message, kin(name, kind));
        }
        return new UnknownEvent(
                "the log holds an event named " + name + ", which this version does not know", kin(name, kind));
    }

    /** What is packed as only a later version can unpack it concerns whom its name concerns. */
    UnknownEvent unknownForm(byte form, String name, @Nullable String kind) {
        String message = "the log holds " + name + " with a payload in form " + Byte.toUnsignedInt(form)
                + ", which this version does not know";
        return new UnknownEvent(message, kin(name, kind));
    }

    private Collection<? extends Class<?>> kin(String name, @Nullable String kind) {
        StoredName known = byName.get(name);
        if (known != null) {
            return List.of(known.type());
        }
        List<? extends Class<?>> kin = all().stream()
                .filter(each -> each.kind().equals(kind))
                .map(StoredName::type)
                .toList();
        return kin.isEmpty() ? byType.keySet() : kin;
    }
}
