package com.videowindow.patina.eventlog;

import com.mongodb.MongoException;
import com.videowindow.patina.domain.audit.LogUnavailable;
import java.util.function.Supplier;

/** The driver's failures, in the domain's words. */
final class LogAccess {
    private LogAccess() {}

    static <T> T available(Supplier<T> access) {
        try {
            return access.get();
        } catch (MongoException e) {
            throw new LogUnavailable("the log is not available", e);
        }
    }
}
