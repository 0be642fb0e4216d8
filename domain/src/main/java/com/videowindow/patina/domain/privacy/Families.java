package com.videowindow.patina.domain.privacy;

import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.stream.Stream;

/** What types say of themselves, each for its whole family unless one of it says something else. */
public final class Families {
    private Families() {}

    /** What the type is annotated with, else the first of the interfaces that it has, and of those that these have. */
    public static <A extends Annotation> Optional<A> find(Class<?> type, Class<A> annotation) {
        A own = type.getAnnotation(annotation);
        return own != null
                ? Optional.of(own)
                : Stream.of(type.getInterfaces())
                        .flatMap(family -> find(family, annotation).stream())
                        .findFirst();
    }
}
