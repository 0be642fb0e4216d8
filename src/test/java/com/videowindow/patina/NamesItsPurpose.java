package com.videowindow.patina;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.videowindow.patina.domain.consent.UnderConsent;
import com.videowindow.patina.domain.privacy.AboutNobody;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Uses;
import java.util.stream.Stream;

/** Every command and question says why it may use what is known of people, or that it does not. */
final class NamesItsPurpose extends ArchCondition<JavaMethod> {
    static final NamesItsPurpose OF_WHAT_IT_HANDLES = new NamesItsPurpose();

    private NamesItsPurpose() {
        super("handle what names its purpose");
    }

    @Override
    public void check(JavaMethod handler, ConditionEvents events) {
        JavaClass message = handler.getRawParameterTypes().getFirst();
        boolean uses = family(message).anyMatch(type -> type.isAnnotatedWith(Uses.class));
        boolean nobody = family(message).anyMatch(type -> type.isAnnotatedWith(AboutNobody.class));
        boolean asks = message.isAssignableTo(UnderConsent.class);
        boolean consent = family(message)
                .filter(type -> type.isAnnotatedWith(Uses.class))
                .anyMatch(type -> type.getAnnotationOfType(Uses.class).basis() == LawfulBasis.CONSENT);
        boolean sound = uses != nobody && (!asks || consent);
        events.add(new SimpleConditionEvent(handler, sound, handler.getFullName()));
    }

    private static Stream<JavaClass> family(JavaClass message) {
        return Stream.concat(Stream.of(message), message.getAllRawInterfaces().stream());
    }
}
