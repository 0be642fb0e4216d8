package com.videowindow.patina.api.cli;

import com.videowindow.patina.domain.audit.LogEvents.Choice;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which events are wanted, by type and time. */
final class ChosenEvents {

    @Option(names = "--type", split = ",", paramLabel = "TYPE", description = "Only events of these stored names.")
    private Set<String> types = Set.of();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Every event from then on, such as 2026-11-23T20:15:00Z.")
    private @Nullable Instant from;

    @Option(names = "--to", paramLabel = "TIME", description = "No event from then on.")
    private @Nullable Instant to;

    boolean beginsSomewhere() {
        return from != null;
    }

    /** @param stream its name, or its beginning and {@code *}; all when absent */
    Choice on(@Nullable String stream) {
        return new Choice(types, stream, from, to);
    }
}
