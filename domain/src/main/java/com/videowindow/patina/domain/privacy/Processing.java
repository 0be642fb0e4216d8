package com.videowindow.patina.domain.privacy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of an event, of a family of events, or of a read model what is done with what it has of people: the entry of it in the
 * register of article 30. Whatever is about people has one, or the register is not made.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Processing {
    ProcessingPurpose[] purposes();

    LawfulBasis basis();

    /** Who is shown it, besides those who look after the machines. */
    Recipient[] recipients() default Recipient.THE_PERSON;
}
