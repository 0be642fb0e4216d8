package com.videowindow.patina.domain.privacy;

/** Where the master key is kept, which may be a service of its own. */
@FunctionalInterface
public interface KeyCustody {

    /** Whether it can be asked now; always where nobody has to be asked. */
    boolean answers();
}
