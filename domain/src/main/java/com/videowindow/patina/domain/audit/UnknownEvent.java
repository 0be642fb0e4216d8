package com.videowindow.patina.domain.audit;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.Predicate;

/**
 * The log holds an event whose name or revision this version of the program does not know. Whoever it may concern stops
 * there rather than leave it out: only a version that knows it can go on.
 */
public final class UnknownEvent extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final Class<?>[] kin;

    /** @param kin what it may be like, of all that this version knows */
    public UnknownEvent(String message, Collection<? extends Class<?>> kin) {
        super(message);
        this.kin = kin.toArray(Class<?>[]::new);
    }

    /** Whether it may concern somebody whom events of these types concern. */
    public boolean mayConcern(Predicate<Class<?>> concerned) {
        return Arrays.stream(kin).anyMatch(concerned);
    }
}
