package com.videowindow.patina.eventlog;

import com.mongodb.MongoException;
import com.videowindow.patina.domain.audit.LogStopped;
import com.videowindow.patina.domain.audit.LogUnavailable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The driver's failures, in the domain's words, for whatever stands beside the log too. */
public final class LogAccess {
    /** {@code OutOfDiskSpace}, of MongoDB and of the embedded server. */
    private static final int DISK_FULL = 14031;

    /** How the embedded server begins when its file failed otherwise. */
    private static final String FILE_FAILED = "the embedded store stopped";

    private LogAccess() {}

    static <T> T available(Supplier<T> access) {
        return available("the log is not available", access);
    }

    /** @param why what a caller is told when the server does not answer */
    public static <T> T available(String why, Supplier<T> access) {
        try {
            return access.get();
        } catch (MongoException e) {
            throw unavailable(why, e);
        }
    }

    /** Says what the disk said, where that is the reason. */
    public static LogUnavailable unavailable(String why, @Nullable Throwable cause) {
        MongoException server = server(cause);
        return server != null && (isDiskFull(server) || isFileFailed(server))
                ? new LogStopped(said(server), cause)
                : new LogUnavailable(why, cause);
    }

    static boolean isDiskFull(MongoException failure) {
        return failure.getCode() == DISK_FULL;
    }

    private static boolean isFileFailed(MongoException failure) {
        return String.valueOf(failure.getMessage()).contains(FILE_FAILED);
    }

    /** The driver adds where the server is, and what it answered in full. */
    private static String said(MongoException server) {
        String message = String.valueOf(server.getMessage());
        int from = message.indexOf(FILE_FAILED);
        return from < 0
                ? "the disk of the log is full"
                : message.substring(from).lines().findFirst().orElse("");
    }

    private static @Nullable MongoException server(@Nullable Throwable failure) {
        Throwable next = failure;
        while (next != null && !(next instanceof MongoException)) {
            next = next.getCause();
        }
        return (MongoException) next;
    }
}
