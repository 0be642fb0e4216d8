package com.videowindow.patina.api.interaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.api.problem.Problem;
import com.videowindow.patina.api.problem.ProblemType;
import com.videowindow.patina.api.problem.RefusalProblems;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.command.interaction.Interaction;
import com.videowindow.patina.command.interaction.RecordInteractions;
import com.videowindow.patina.command.interaction.Verdict;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.Refusal;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ProductId;
import com.videowindow.patina.domain.commerce.OrderLine;
import com.videowindow.patina.domain.privacy.SubjectDirectory.Known;
import com.videowindow.patina.json.Mistake;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Takes in batches whose bad events must not cost the good ones: each is read, judged and answered by itself. */
@Component
final class EventIntake {

    private final Commands commands;
    private final ObjectReader events;
    private final MeterRegistry meters;
    private final int most;

    EventIntake(
            Commands commands,
            ObjectMapper json,
            MeterRegistry meters,
            @Value("${patina.http.max-batch:500}") int most) {
        this.commands = commands;
        this.events = json.readerFor(EventBody.class);
        this.meters = meters;
        this.most = most;
    }

    /** The outcomes of a batch, in its order, and the position by which all of it is stored. */
    record Report(List<Outcome> results, @Nullable LogPosition position) {}

    List<Verdict> record(Caller person, List<Interaction> interactions, boolean imported) {
        if (interactions.isEmpty()) {
            return List.of();
        }
        // An order is kept by contract; everything else needs a consent, which only somebody known can have given.
        Known who = person.who();
        Instant since = who.leftAt();
        boolean ordered = interactions.stream()
                .anyMatch(one -> one.isOrder() && (since == null || !one.at().isBefore(since)));
        SubjectId subject = ordered ? person.subject() : Caller.reader(who);
        List<?> answered = commands.send(
                new RecordInteractions(subject, interactions, Instant.now(), imported, since), List.class);
        return answered.stream().map(Verdict.class::cast).toList();
    }

    Report takeIn(Caller person, List<JsonNode> batch, boolean imported) {
        if (batch.size() > most) {
            throw new Unacceptable(
                    Problem.of(ProblemType.BATCH_TOO_LARGE, "At most " + most + " events are taken at once."));
        }
        Outcome[] outcomes = new Outcome[batch.size()];
        Map<Integer, Interaction> readable = new LinkedHashMap<>();
        for (int i = 0; i < outcomes.length; i++) {
            try {
                readable.put(i, read(i, batch.get(i)));
            } catch (Unacceptable wrong) {
                outcomes[i] = refused(batch.get(i), wrong.problem());
            }
        }
        Iterator<Verdict> verdicts =
                record(person, List.copyOf(readable.values()), imported).iterator();
        readable.forEach((place, interaction) -> outcomes[place] = outcome(place, interaction, verdicts.next()));
        List<Outcome> all = List.of(outcomes);
        return new Report(
                all,
                all.stream()
                        .map(Outcome::position)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    private Interaction read(int place, JsonNode event) {
        if (!event.isObject()) {
            throw new Unacceptable(Problem.of(at(place, new Mistake("", "must be an object"))));
        }
        try {
            EventBody body = events.readValue(event);
            return body.interaction();
        } catch (JsonProcessingException wrong) {
            throw new Unacceptable(Problem.of(at(place, Mistake.in(wrong))));
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        } catch (IllegalArgumentException wrong) {
            throw new Unacceptable(Problem.of(at(place, new Mistake("", String.valueOf(wrong.getMessage())))));
        }
    }

    private static Mistake at(int place, Mistake mistake) {
        String event = "events[" + place + "]";
        return new Mistake(mistake.field().isEmpty() ? event : event + "." + mistake.field(), mistake.why());
    }

    private Outcome refused(JsonNode event, Problem problem) {
        String name =
                event.path("messageId").isTextual() ? event.path("messageId").textValue() : null;
        return refused(name, problem);
    }

    private Outcome outcome(int place, Interaction interaction, Verdict verdict) {
        String name = interaction.message().value();
        return switch (verdict) {
            case Verdict.Accepted accepted -> Outcome.stored(name, accepted.position(), accepted.duplicate());
            case Verdict.Rejected rejected -> {
                yield refused(name, why(interaction, rejected.refusal(), "events[" + place + "]."));
            }
        };
    }

    /** @param under the path of the event in the request, with its dot */
    static Problem why(Interaction interaction, Refusal refusal, String under) {
        if (refusal instanceof Refusal.UnknownProduct unknown) {
            List<ProductId> sold =
                    interaction.lines().stream().map(OrderLine::product).toList();
            return RefusalProblems.of(refusal, under + "context.lines[" + sold.indexOf(unknown.product()) + "].");
        }
        return RefusalProblems.of(refusal, under);
    }

    /** Counted as one that came alone is, whose problem is the answer. */
    private Outcome refused(@Nullable String name, Problem problem) {
        meters.counter("patina.events.refused", "reason", problem.word()).increment();
        return Outcome.refused(name, problem);
    }
}
