package com.videowindow.patina.domain.erasure;

import java.util.EnumSet;
import java.util.Set;

/** How far an erasure is. */
public enum ErasureState {
    /** Asked for; starts when it is due, and can be taken back until then. */
    PENDING,
    /** A legal reason keeps the data. */
    HELD,
    CANCELLED,
    /** Keys are being destroyed: nothing can be taken back. */
    STARTED,
    /** Nobody can read what the keys covered; read models and files are being cleared. */
    ERASED,
    /** Everything is done, looked through, and certified. */
    COMPLETED;

    /** Past the point of no return, and not at the end. */
    static final Set<ErasureState> ENDING = EnumSet.of(STARTED, ERASED);

    /** Whether there is still something to do or to decide. */
    public boolean isOpen() {
        return this != CANCELLED && this != COMPLETED;
    }
}
