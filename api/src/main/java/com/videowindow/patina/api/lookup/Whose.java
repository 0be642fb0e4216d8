package com.videowindow.patina.api.lookup;

import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.domain.SubjectId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Tells from a path about whom it is; a bean. */
public interface Whose {

    /** @param path the path's variables by name, and the address's parameters, as they were sent */
    Optional<SubjectId> of(Map<String, String> path);

    /** About nobody alone. */
    @Component
    final class Everybody implements Whose {
        @Override
        public Optional<SubjectId> of(Map<String, String> path) {
            return Optional.empty();
        }
    }

    /** About whom {@code {id}} names. */
    @Component
    final class Named implements Whose {
        @Override
        public Optional<SubjectId> of(Map<String, String> path) {
            return named("id", path);
        }
    }

    /** About whom {@code subject} names, in the path or as a parameter, if anybody. */
    @Component
    final class Subject implements Whose {
        @Override
        public Optional<SubjectId> of(Map<String, String> path) {
            return named("subject", path);
        }
    }

    private static Optional<SubjectId> named(String name, Map<String, String> path) {
        try {
            return Optional.ofNullable(path.get(name)).map(SubjectId::of);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty(); // whoever reads the address says so
        }
    }

    /** By the id in the address; about nobody where it is none, or none's: whoever reads the path says so. */
    static <I> Optional<SubjectId> named(
            Map<String, String> path, Function<String, I> id, Function<I, Optional<SubjectId>> whose) {
        try {
            return Optional.ofNullable(path.get("id")).map(id).flatMap(whose);
        } catch (IllegalArgumentException | Unacceptable none) {
            return Optional.empty();
        }
    }

    /**
     * About whom the body names: the address itself says so, by {@link Lookups#tell}, before it answers. What it answers
     * without that is not sent.
     */
    @Component
    final class Told implements Whose {
        @Override
        public Optional<SubjectId> of(Map<String, String> path) {
            return Optional.empty();
        }
    }
}
