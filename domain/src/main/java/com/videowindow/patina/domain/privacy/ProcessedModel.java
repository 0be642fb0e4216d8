package com.videowindow.patina.domain.privacy;

import java.util.List;
import java.util.function.Predicate;

/**
 * A read model about people, and what is done with it.
 *
 * @param isPersonal whether it is cleared when somebody leaves; else it names random ids, or what is shown to everybody
 * @param concerns whether it is made from events of this class
 */
public record ProcessedModel(String name, boolean isPersonal, Processing how, Predicate<Class<?>> concerns) {

    /** Knows all of this version. */
    public interface Known {
        /** @throws IllegalStateException naming a read model about people that does not say what is done with it */
        List<ProcessedModel> all();
    }
}
