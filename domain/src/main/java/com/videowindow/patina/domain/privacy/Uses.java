package com.videowindow.patina.domain.privacy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a command or a question, or of a family of them, for what it uses or shows what is known of people, and why it
 * may. The buses carry none that says neither this nor {@link AboutNobody}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Uses {
    ProcessingPurpose purpose();

    /** Where it is consent, whoever handles it asks whether the person allows the purpose. */
    LawfulBasis basis();
}
