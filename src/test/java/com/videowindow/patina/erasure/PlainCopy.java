package com.videowindow.patina.erasure;

import com.videowindow.patina.json.PatinaJson;
import com.videowindow.patina.node.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** All that the log's own node can read in it, as plain JSON in a file: what there is to be found. */
final class PlainCopy {

    private PlainCopy() {}

    /** Written anew each time. */
    static Path of(Node node, Path folder) {
        try (BlockingStream<TrackedEventMessage<?>> events =
                node.context().getBean(EventStore.class).openStream(null)) {
            List<String> lines = new ArrayList<>();
            while (events.hasNextAvailable()) {
                lines.add(PatinaJson.mapper()
                        .writeValueAsString(events.nextAvailable().getPayload()));
            }
            Files.write(folder.resolve("events.json"), lines);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
