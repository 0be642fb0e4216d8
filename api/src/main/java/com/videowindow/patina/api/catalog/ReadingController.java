package com.videowindow.patina.api.catalog;

import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.command.catalog.PublishContent;
import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.query.catalog.FacetReading;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the whole catalogue again: what came early was read with few words, or none. */
@RestController
final class ReadingController {
    private final FacetReading reading;
    private final Commands commands;

    ReadingController(FacetReading reading, Commands commands) {
        this.reading = reading;
        this.commands = commands;
    }

    /**
     * What became of it.
     *
     * @param looked at, which is all that is shown
     * @param changed of which something else is read now
     */
    record ReadAgain(int looked, int changed) {}

    @Operation(
            operationId = "readCatalog",
            summary =
                    "Reads the facets that content does not state from its words once more, with those of the whole catalogue.")
    @PostMapping("/api/v1/catalog/reading")
    ReadAgain read() {
        int looked = 0;
        int changed = 0;
        for (Content content : reading.shown()) {
            Instant now = Instant.now();
            Content read = reading.readAgain(content, now);
            looked++;
            if (!read.equals(content)) {
                commands.send(new PublishContent(read, now), Object.class);
                changed++;
            }
        }
        return new ReadAgain(looked, changed);
    }
}
