package com.videowindow.patina.api.lookup;

import com.videowindow.patina.domain.lookup.LookupKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of an address for officers what they look at there. Each has it, and {@link LookupAudit} writes the look-up down
 * before the address is reached.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface LooksUp {
    LookupKind value();

    /** Finds at whom, by what stands in the path. */
    Class<? extends Whose> whose() default Whose.Everybody.class;
}
