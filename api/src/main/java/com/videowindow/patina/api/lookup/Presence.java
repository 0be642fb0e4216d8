package com.videowindow.patina.api.lookup;

import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Erasures;
import com.videowindow.patina.domain.privacy.Erased;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets officers decide about people who are there, by the id that they are known under here. Who left and who never was are
 * answered alike, and neither is given keys, or a stream, by being asked about.
 */
@Component
public final class Presence {

    private final SubjectDirectory people;
    private final Erasures erasures;

    Presence(SubjectDirectory people, Erasures erasures) {
        this.people = people;
        this.erasures = erasures;
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
