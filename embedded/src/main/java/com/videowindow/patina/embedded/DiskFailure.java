package com.videowindow.patina.embedded;

import de.bwaldvogel.mongo.exception.MongoServerError;
import org.h2.mvstore.MVStoreException;

/**
 * The store's file could not be written or read, and H2 closed it at once: nothing of what failed was acknowledged, and
 * everything that was acknowledged is in the file. Says what the disk said, which every later command would otherwise hide.
 */
final class DiskFailure {
    private static final int OUT_OF_DISK_SPACE = 14031;
    private static final int INTERNAL = 1;

    private DiskFailure() {}

    static MongoServerError of(MVStoreException broken) {
        String why = root(broken);
        return why.contains("No space left")
                ? new MongoServerError(OUT_OF_DISK_SPACE, "OutOfDiskSpace", message(why, "make room"))
                : new MongoServerError(INTERNAL, "InternalError", message(why, "see to the disk"));
    }

    private static String message(String why, String remedy) {
        return "the embedded store stopped, since its file failed: " + why + "; " + remedy + " and start again";
    }

    private static String root(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) deepest = deepest.getCause();
        return String.valueOf(deepest.getMessage());
    }
}
