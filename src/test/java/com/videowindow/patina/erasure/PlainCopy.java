package com.videowindow.patina.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.audit.LogWalk;
import com.videowindow.patina.json.PatinaJson;
import com.videowindow.patina.node.Node;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** All that the log's own node can read in it, as plain JSON in a file: what there is to be found. */
final class PlainCopy {

    private PlainCopy() {}

    /** Written anew each time. */
    static Path of(Node node, Path folder) {
        LogWalk log = node.context().getBean(LogWalk.class);
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("events.json"))) {
            log.read(
                    node.context().getBean(LogInspection.class).head(),
                    type -> true,
                    (header, event) -> write(out, event));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(BufferedWriter out, DomainEvent event) {
        try {
            out.write(json(event));
            out.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(DomainEvent event) throws JsonProcessingException {
        return PatinaJson.mapper().writeValueAsString(event);
    }
}
