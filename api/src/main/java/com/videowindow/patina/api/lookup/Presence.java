package com.videowindow.patina.api.lookup;

import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.erasure.Erasures;
import com.videowindow.patina.domain.erasure.SubjectErased;
import com.videowindow.patina.domain.privacy.Erased;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets officers decide about people who are there, by the id that they are known under here. Who left and who never was are
 * answered alike, and neither is given keys, or a stream, by being asked about.
 */
@Component
public final class Presence {

    private final SubjectDirectory people;
    private final Erasures erasures;
    private final PastEvents events;

    Presence(SubjectDirectory people, Erasures erasures, PastEvents events) {
        this.people = people;
        this.erasures = erasures;
        this.events = events;
    }

    /** When they were erased: answers about them are empty since then, whatever time they tell of. */
    public @Nullable Instant leftAt(SubjectId subject) {
        return erasures.erasedAt(subject).stream()
                .flatMap(position -> events.at(List.of(position)).values().stream())
                .filter(SubjectErased.class::isInstance)
                .map(event -> ((SubjectErased) event).at())
                .findFirst()
                .orElse(null);
    }

    /** @throws Unacceptable when there is nobody, or not any more by the time that it is decided */
    public <T> T about(SubjectId subject, Supplier<T> decision) {
        if (erasures.isErased(subject) || !people.isKnown(subject)) {
            throw Unacceptable.nothingHere();
        }
        try {
            return decision.get();
        } catch (Erased since) {
            throw Unacceptable.nothingHere();
        }
    }
}
