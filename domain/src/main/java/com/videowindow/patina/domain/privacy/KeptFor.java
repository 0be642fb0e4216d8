package com.videowindow.patina.domain.privacy;

import java.time.Instant;
import java.util.Optional;

/** For how long data of a category is kept by what is in force at a time, in words. Absent while nothing limits it. */
@FunctionalInterface
public interface KeptFor {
    Optional<String> rule(DataCategory category, Instant at);
}
