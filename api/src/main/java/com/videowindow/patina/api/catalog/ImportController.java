package com.videowindow.patina.api.catalog;

import com.videowindow.patina.api.problem.Problem;
import com.videowindow.patina.command.catalog.Change;
import com.videowindow.patina.domain.LogPosition;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes in a whole catalogue, a JSON object per line; a bad line costs only itself. */
@RestController
final class ImportController {

    /** As many lines are published at once, so that the log can store them together. */
    private static final int AT_ONCE = 256;

    /** A report is for reading: past this many refused lines the rest are only counted. */
    private static final int MOST_REPORTED = 1_000;

    private final LinePublisher publisher;

    ImportController(LinePublisher publisher) {
        this.publisher = publisher;
    }

    @Operation(
            operationId = "importCatalog",
            summary = "Takes in a catalogue, a JSON object per line; bad lines are reported.")
    @PostMapping(path = "/api/v1/catalog/import", consumes = "application/x-ndjson")
    ImportReport takeIn(HttpServletRequest request) throws IOException {
        Tally tally = new Tally();
        try (InputStream body = new BufferedInputStream(request.getInputStream(), 1 << 16)) {
            List<LinePublisher.Line> lines = new ArrayList<>();
            int number = 0;
            for (byte[] line = next(body); line != null; line = next(body)) {
                number++;
                if (line.length > 0) {
                    lines.add(new LinePublisher.Line(number, text(line)));
                }
                if (lines.size() == AT_ONCE) {
                    publisher.publish(lines).forEach(tally::add);
                    lines.clear();
                }
            }
            publisher.publish(lines).forEach(tally::add);
        }
        return tally.report();
    }

    private static byte @Nullable [] next(InputStream body) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        int read = body.read();
        if (read < 0) {
            return null;
        }
        for (; read >= 0 && read != '\n'; read = body.read()) {
            if (read != '\r') {
                line.write(read);
            }
        }
        return line.toByteArray();
    }

    private static @Nullable String text(byte[] line) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException notText) {
            return null;
        }
    }

    /** A line that was not taken, and why. */
    record RefusedLine(int line, @Nullable String id, Problem problem) {}

    /** What became of the lines. */
    record ImportReport(
            int read,
            int created,
            int changed,
            int unchanged,
            int refusedLines,
            List<RefusedLine> refused,
            @Nullable LogPosition position) {}

    private static final class Tally {
        private final Map<Change, Integer> changes = new EnumMap<>(Change.class);
        private final List<RefusedLine> refused = new ArrayList<>();
        private int refusedLines;
        private @Nullable LogPosition position;

        void add(LinePublisher.Outcome outcome) {
            switch (outcome) {
                case LinePublisher.Taken taken -> {
                    changes.merge(taken.change(), 1, Integer::sum);
                    position = position == null || taken.position().covers(position) ? taken.position() : position;
                }
                case LinePublisher.Refused no -> {
                    refusedLines++;
                    if (refused.size() < MOST_REPORTED) {
                        refused.add(new RefusedLine(no.line(), no.id(), no.problem()));
                    }
                }
            }
        }

        ImportReport report() {
            int created = changes.getOrDefault(Change.CREATED, 0);
            int changed = changes.getOrDefault(Change.CHANGED, 0);
            int unchanged = changes.getOrDefault(Change.UNCHANGED, 0);
            int read = created + changed + unchanged + refusedLines;
            return new ImportReport(read, created, changed, unchanged, refusedLines, refused, position);
        }
    }
}
