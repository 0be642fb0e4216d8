package com.videowindow.patina;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** What a package must promise about nulls. */
final class LiveIn extends ArchCondition<JavaClass> {

    static final LiveIn A_NULL_MARKED_PACKAGE = new LiveIn();

    private LiveIn() {
        super("live in a package that is marked with @NullMarked");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage()
                .tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                .isPresent();
        if (!marked) {
            events.add(SimpleConditionEvent.violated(type, type.getName() + " lives in a package without @NullMarked"));
        }
    }
}
