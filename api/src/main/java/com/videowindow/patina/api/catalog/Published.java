package com.videowindow.patina.api.catalog;

import com.videowindow.patina.api.messaging.Done;
import com.videowindow.patina.command.catalog.Change;
import com.videowindow.patina.domain.LogPosition;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** What a change did, and where it stands in the log; {@code change} is absent where nothing is compared. */
record Published(String id, @Nullable Change change, LogPosition position) {

    static ResponseEntity<Published> answer(String id, Done<Change> done) {
        return ResponseEntity.status(done.result() == Change.CREATED ? 201 : 200)
                .body(new Published(id, done.result(), done.position()));
    }

    static Published at(String id, Done<Object> done) {
        return new Published(id, null, done.position());
    }
}
