package com.videowindow.patina.api.breach;

import com.videowindow.patina.domain.privacy.ProcessedModel;
import java.util.function.Predicate;

/**
 * Where data of people can be read.
 *
 * @param concerns classes of events that it is made from
 * @param isSealed whether it is unreadable as soon as a person's keys are destroyed, before it is cleared
 */
record Store(String name, Predicate<Class<?>> concerns, boolean isSealed) {

    /** For whoever had the keys with it; without them nobody reads anything in it. */
    static final Store LOG = new Store("log", event -> true, true);

    static Store of(ProcessedModel model) {
        return new Store(model.name(), model.concerns(), false);
    }
}
