package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.videowindow.patina.domain.audit.LogEvents.Seen;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How events are printed: a line each, for people or for scripts. */
final class SeenEvents {

    @Option(names = "--json", description = "Print each event whole, as one line of JSON.")
    private boolean json;

    @Option(names = "--payload", description = "Print what each event says too; what is said of people stays sealed.")
    private boolean payload;

    private long printed;

    long printed() {
        return printed;
    }

    void print(Seen seen, PrintWriter out) {
        printed++;
        if (json) {
            out.println(whole(seen));
        } else {
            out.printf(
                    "%-12d %s  %-24s %s%s%n",
                    seen.position().value(), seen.at(), seen.type(), seen.key(), payload ? "  " + seen.payload() : "");
        }
        out.flush();
    }

    static ObjectNode whole(Seen seen) {
        ObjectNode event = Http.JSON
                .createObjectNode()
                .put("position", seen.position().value())
                .put("key", seen.key())
                .put("id", seen.id())
                .put("type", seen.type())
                .put("revision", seen.revision())
                .put("at", seen.at().toString());
        if (seen.subject() != null) {
            event.put("subject", seen.subject());
        }
        if (seen.metadata() != null) {
            event.set("metadata", parsed(seen.metadata()));
        }
        event.set("payload", parsed(seen.payload()));
        return event;
    }

    private static JsonNode parsed(@Nullable String text) {
        try {
            return Http.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }
}
