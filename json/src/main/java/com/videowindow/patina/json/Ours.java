package com.videowindow.patina.json;

import com.videowindow.patina.domain.DomainEvent;
import java.util.Locale;

/** Tells our own types from everybody else's. */
final class Ours {

    private static final String BASE = "com.videowindow.patina.";
    private static final String DOMAIN = BASE + "domain.";

    private Ours() {}

    static boolean is(Class<?> type) {
        return type.getName().startsWith(BASE);
    }

    /** Value objects of the domain are written as the value they hold; views and events always stay objects. */
    static boolean isBareValue(Class<?> type) {
        return type.isRecord()
                && type.getName().startsWith(DOMAIN)
                && type.getRecordComponents().length == 1
                && !DomainEvent.class.isAssignableFrom(type);
    }

    static String written(Enum<?> constant) {
        String name = constant.name();
        return name.equals(name.toUpperCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : name;
    }
}
