package com.videowindow.patina.domain.opendsr;

import com.videowindow.patina.domain.request.RequestId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests whose senders want to be told how they stand, as this node knows them, in memory. */
public interface Callbacks {

    /** A status, and which of the sender's addresses, from 0. */
    record Call(RequestStatus status, int callback) {}

    /**
     * One of them.
     *
     * @param cancelled when its sender took it back
     * @param told what was told, or given up
     */
    record Waiting(OpenDsrReceived request, @Nullable Instant cancelled, Set<Call> told) {
        public Waiting {
            told = Set.copyOf(told);
        }

        public RequestId id() {
            return request.request();
        }

        public Waiting after(OpenDsrCancelled event) {
            return new Waiting(request, event.at(), told);
        }

        public Waiting after(OpenDsrTold event) {
            Set<Call> all = new HashSet<>(told);
            all.add(new Call(event.status(), event.callback()));
            return new Waiting(request, cancelled, all);
        }

        /** Nothing is told after the end, once everybody knows of it. */
        public boolean isOver() {
            return told.stream().filter(call -> call.status().isLast()).count()
                    == request.callbacks().size();
        }
    }

    /** None before all of the log was read: what was told would seem not to be. */
    List<Waiting> open();
}
