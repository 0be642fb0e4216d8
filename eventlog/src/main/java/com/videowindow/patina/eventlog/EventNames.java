package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.catalog.ContentPublished;
import com.videowindow.patina.domain.catalog.ContentRestored;
import com.videowindow.patina.domain.catalog.ContentRetired;
import com.videowindow.patina.domain.catalog.ProductListed;
import com.videowindow.patina.domain.catalog.ProductRestored;
import com.videowindow.patina.domain.catalog.ProductRetired;
import com.videowindow.patina.domain.commerce.OrderPlaced;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ConsentWithdrawn;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interest.PreferencesStated;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The one place where stored names meet classes: names outlive them. A changed event gets the next revision here and an
 * upcaster from the one before; a renamed class keeps its stored name.
 */
final class EventNames {

    /** What an event is called in the log, and the revision in which it is written now. */
    record StoredName(String name, String revision, Class<? extends DomainEvent> type) {}

    static final EventNames CURRENT = new EventNames(List.of(
            first("ConsentGiven", ConsentGiven.class),
            first("ConsentWithdrawn", ConsentWithdrawn.class),
            first("ContentPublished", ContentPublished.class),
            first("ContentRestored", ContentRestored.class),
            first("ContentRetired", ContentRetired.class),
            first("FeedbackGiven", FeedbackGiven.class),
            first("InteractionRecorded", InteractionRecorded.class),
            first("OrderPlaced", OrderPlaced.class),
            first("PreferencesStated", PreferencesStated.class),
            first("ProductListed", ProductListed.class),
            first("ProductRestored", ProductRestored.class),
            first("ProductRetired", ProductRetired.class),
            first("RecommendationsServed", RecommendationsServed.class)));

    private final Map<String, StoredName> byName = new HashMap<>();
    private final Map<Class<?>, StoredName> byType = new HashMap<>();

    EventNames(List<StoredName> names) {
        for (StoredName name : names) {
            if (byName.put(name.name(), name) != null || byType.put(name.type(), name) != null) {
                throw new IllegalArgumentException("named twice: " + name);
            }
        }
    }

    private static StoredName first(String name, Class<? extends DomainEvent> type) {
        return new StoredName(name, "1", type);
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

    Class<? extends DomainEvent> type(String name, String revision) {
        StoredName known = byName.get(name);
        if (known == null) {
            throw new UnknownStoredEvent("the log holds an event named " + name + ", which this version does not know");
        }
        if (!known.revision().equals(revision)) {
            throw new UnknownStoredEvent("the log holds revision " + revision + " of " + name
                    + "; this version knows revision " + known.revision() + " and no upcaster leads there");
        }
        return known.type();
    }
}
