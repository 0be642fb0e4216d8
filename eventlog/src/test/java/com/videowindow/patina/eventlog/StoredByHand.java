package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.bson.types.Binary;

/** Events as other versions of the program would have stored them, and what readers are given. */
final class StoredByHand {
    private StoredByHand() {}

    static LoggedEvent event(String key, String kind, String type, String revision, String json) {
        return event(key, kind, type, revision, json.getBytes(StandardCharsets.UTF_8));
    }

    static LoggedEvent event(String key, String kind, String type, String revision, byte[] payload) {
        return LoggedEvent.of(key, "id of " + key, type, revision, 0, kind, ANNA.toString(), new Binary(payload), null);
    }

    /** All in one block, the first of the log. */
    static void store(OpenLog open, LoggedEvent... events) {
        new Blocks(open.database(), EventLogSettings.DEFAULTS.patience())
                .insert(Head.EMPTY.seal(List.of(events), "the past").block());
        open.log().eventStore().createHeadToken();
    }

    static List<TrackedEventMessage<?>> tracked(OpenLog open, int events) throws InterruptedException {
        List<TrackedEventMessage<?>> found = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream =
                open.log().eventStore().openStream(null)) {
            while (found.size() < events) {
                found.add(stream.nextAvailable());
            }
        }
        return found;
    }
}
