package com.videowindow.patina.domain.privacy;

import java.util.Optional;

/** Where the master key is kept, which may be a service of its own, or a file that another home has a newer one of. */
@FunctionalInterface
public interface KeyCustody {

    /** Why people's keys cannot be opened with it now, and what to do where that is known; absent while they can. */
    Optional<String> away();
}
