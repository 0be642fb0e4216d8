package com.videowindow.patina.api.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.api.messaging.Done;
import com.videowindow.patina.api.problem.Problem;
import com.videowindow.patina.api.problem.ProblemType;
import com.videowindow.patina.api.problem.RefusalProblems;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.command.catalog.Change;
import com.videowindow.patina.command.catalog.ListProduct;
import com.videowindow.patina.command.catalog.PublishContent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.json.Mistake;
import com.videowindow.patina.query.catalog.FacetReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Publishes lines side by side, so that the log stores them together; lines about the same thing in their order. */
@Component
final class LinePublisher {
    /** Enough for the log to group them; many more would only wait for a connection to it. */
    private static final int AT_ONCE = 16;

    private final Commands commands;
    private final FacetReading reading;
    private final ObjectMapper json;

    LinePublisher(Commands commands, FacetReading reading, ObjectMapper json) {
        this.commands = commands;
        this.reading = reading;
        this.json = json;
    }

    /** A line of the body, counted from 1; without text where it is not UTF-8. */
    record Line(int number, @Nullable String text) {}

    /** What became of a line. */
    sealed interface Outcome {}

    record Taken(Change change, LogPosition position) implements Outcome {}

    record Refused(int line, @Nullable String id, Problem problem) implements Outcome {}

    private record Entry(int number, String id, Object command) {}

    List<Outcome> publish(List<Line> lines) {
        List<Outcome> outcomes = new ArrayList<>();
        Map<String, List<Entry>> byThing = new LinkedHashMap<>();
        for (Line line : lines) {
            try {
                Entry read = read(line.number(), thing(line.text()));
                byThing.computeIfAbsent(read.command().getClass().getSimpleName() + read.id(), id -> new ArrayList<>())
                        .add(read);
            } catch (JsonProcessingException wrong) {
                outcomes.add(new Refused(line.number(), null, Problem.of(Mistake.in(wrong))));
            } catch (Unacceptable wrong) {
                outcomes.add(new Refused(line.number(), null, wrong.problem()));
            }
        }
        outcomes.addAll(sideBySide(byThing.values()));
        return outcomes;
    }

    /** What a line describes, which must at least name it. */
    private JsonNode thing(@Nullable String text) throws JsonProcessingException {
        if (text == null) {
            throw new Unacceptable(Problem.of(ProblemType.MALFORMED_BODY, "A line must be UTF-8."));
        }
        JsonNode tree = json.readTree(text);
        if (!tree.isObject()) {
            throw new Unacceptable(Problem.of(ProblemType.MALFORMED_BODY, "A line must be one JSON object."));
        }
        if (!tree.path("id").isTextual()) {
            throw new Unacceptable(Problem.of(new Mistake("id", "is required")));
        }
        return tree;
    }

    private Entry read(int number, JsonNode tree) throws JsonProcessingException {
        String id = tree.path("id").textValue();
        Instant now = Instant.now();
        if (tree.has("price")) {
            ProductBody product = json.treeToValue(tree, ProductBody.class);
            return new Entry(number, id, new ListProduct(product.named(), now));
        }
        ContentBody content = json.treeToValue(tree, ContentBody.class);
        return new Entry(number, id, new PublishContent(reading.read(content.named(), now), now));
    }

    private List<Outcome> sideBySide(Collection<List<Entry>> things) {
        List<Outcome> outcomes = new ArrayList<>();
        try (ExecutorService publishers =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<List<Outcome>>> running = new ArrayList<>();
            for (List<Entry> thing : things) {
                running.add(
                        publishers.submit(() -> thing.stream().map(this::send).toList()));
            }
            for (Future<List<Outcome>> each : running) {
                outcomes.addAll(each.get());
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("stopped", stopped));
        }
        return outcomes;
    }

    private Outcome send(Entry line) {
        try {
            Done<Change> done = commands.sendForReceipt(line.command(), Change.class);
            return new Taken(done.result(), done.position());
        } catch (com.videowindow.patina.domain.Refused refused) {
            return new Refused(line.number(), line.id(), RefusalProblems.of(refused.refusal()));
        }
    }
}
