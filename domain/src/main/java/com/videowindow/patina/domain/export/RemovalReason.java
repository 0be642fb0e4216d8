package com.videowindow.patina.domain.export;

/** Why an archive is not kept any more. */
public enum RemovalReason {
    EXPIRED,
    /** Its person did not want it any more. */
    DELETED,
    /** Its person is being erased. */
    LEAVING,
    /** Something that is in it was erased. */
    PART_ERASED,
    /** The request was denied. */
    DENIED
}
