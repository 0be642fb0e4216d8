package com.videowindow.patina.eventlog;

import java.util.Map;
import java.util.stream.Collectors;

/** In which kind of stream the log expects each event. */
public final class Kinds {
    private Kinds() {}

    public static Map<String, String> byName() {
        return EventNames.CURRENT.all().stream()
                .collect(Collectors.toMap(EventNames.StoredName::name, EventNames.StoredName::kind));
    }
}
