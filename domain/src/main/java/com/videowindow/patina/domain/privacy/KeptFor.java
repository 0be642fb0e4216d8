package com.videowindow.patina.domain.privacy;

import java.util.Optional;

/** For how long data of a category is kept, in words for the register. Absent while nothing limits it. */
@FunctionalInterface
public interface KeptFor {
    Optional<String> rule(DataCategory category);
}
