package com.videowindow.patina.command.catalog;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.videowindow.patina.domain.Refusal;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.catalog.CatalogEvent;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Something offered, as it stands, and whether it is shown. Offering it anew does not bring it back once retired: a
 * nightly import must not undo that.
 *
 * <p>Snapshots hold its fields: whoever changes them raises the revision of the items.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
abstract class CatalogItem<T> {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private @Nullable T current;
    private boolean retired;

    final Change offer(T item, CatalogEvent offered) {
        if (item.equals(current)) {
            return Change.UNCHANGED;
        }
        Change change = current == null ? Change.CREATED : Change.CHANGED;
        apply(offered);
        return change;
    }

    final void retire(CatalogEvent retirement, Refusal unknown) {
        turn(!retired, retirement, unknown);
    }

    final void restore(CatalogEvent restoration, Refusal unknown) {
        turn(retired, restoration, unknown);
    }

    final void stands(String identifier, T item) {
        stream = identifier;
        current = item;
    }

    final void isRetired(boolean now) {
        retired = now;
    }

    private void turn(boolean changes, CatalogEvent turned, Refusal unknown) {
        if (current == null) {
            throw new Refused(unknown);
        }
        if (changes) {
            apply(turned);
        }
    }
}
