package com.videowindow.patina.api.breach;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.videowindow.patina.api.breach.Exposure.People;
import com.videowindow.patina.api.breach.Exposure.Person;
import com.videowindow.patina.api.lookup.LooksUp;
import com.videowindow.patina.api.problem.LongReads;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogWalk;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.lookup.LookupKind;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.ProcessedEvent;
import com.videowindow.patina.domain.privacy.ProcessedModel;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whose data could have been read by somebody who was in a store between two times, for articles 33 and 34. Counted from
 * the headers of the whole log, of which nothing was ever taken away; remembered for a while, since it is paged.
 */
@RestController
final class BreachController {

    private final LogWalk log;
    private final PastEvents past;
    private final ProcessedEvent.Known events;
    private final ProcessedModel.Known models;
    private final LongReads reads;
    private final Cache<Span, Exposure> counted = Caffeine.newBuilder()
            .maximumSize(4)
            .expireAfterAccess(Duration.ofMinutes(10))
            .softValues()
            .build();

    BreachController(
            LogWalk log, PastEvents past, ProcessedEvent.Known events, ProcessedModel.Known models, LongReads reads) {
        this.log = log;
        this.past = past;
        this.events = events;
        this.models = models;
        this.reads = reads;
    }

    private record Span(Instant from, LogPosition upTo) {}

    /**
     * No content, and no names.
     *
     * @param upTo the last event that could have been read
     * @param count people in the store that was asked for
     * @param categories how many of them, by kind of data
     * @param stores how many people each store had
     * @param next cursor of the following page, absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BreachScope(
            Instant from,
            Instant to,
            String store,
            LogPosition upTo,
            int count,
            Map<DataCategory, Integer> categories,
            Map<String, Integer> stores,
            List<Person> subjects,
            @Nullable String next) {}

    @Operation(
            operationId = "getBreachScope",
            summary = "Whose data could have been read between two times, in the log with its keys or in a read model.")
    @LooksUp(LookupKind.BREACH_SCOPE)
    @GetMapping("/api/v1/compliance/breach-scope")
    BreachScope scope(
            @RequestParam Instant from,
            @RequestParam Instant to,
            @RequestParam(defaultValue = "log") String store,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "200") @Min(1) @Max(1_000) int limit) {
        if (!from.isBefore(to)) {
            throw Unacceptable.field("to", "must be later than from");
        }
        if (to.isAfter(Instant.now())) {
            throw Unacceptable.field("to", "must not be in the future");
        }
        List<Store> stores = stores();
        Store asked = stores.stream()
                .filter(each -> each.name().equals(store))
                .findFirst()
                .orElseThrow(() -> Unacceptable.field("store", "must be one of " + names(stores)));
        LogPosition upTo = past.at(to).position();
        Exposure exposure = counted.get(new Span(from, upTo), span -> reads.one(() -> count(span)));
        People people = exposure.in(asked);
        List<Person> page = people.after(cursor == null ? "" : cursor, limit);
        boolean last = page.isEmpty() || page.getLast().equals(people.all().getLast());
        return new BreachScope(
                from,
                to,
                store,
                upTo,
                people.all().size(),
                people.byCategory(),
                sizes(exposure, stores),
                page,
                last ? null : page.getLast().subject().toString());
    }

    private List<Store> stores() {
        return Stream.concat(
                        Stream.of(Store.LOG),
                        models.all().stream().filter(ProcessedModel::isPersonal).map(Store::of))
                .toList();
    }

    private static String names(List<Store> stores) {
        return String.join(", ", stores.stream().map(Store::name).toList());
    }

    private Exposure count(Span span) {
        Exposure exposure = new Exposure(
                span.from(),
                events.all().stream().filter(event -> event.category() != null).toList());
        log.headers(span.upTo(), exposure);
        return exposure;
    }

    private static Map<String, Integer> sizes(Exposure exposure, List<Store> stores) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        stores.forEach(store -> sizes.put(store.name(), exposure.countIn(store)));
        return sizes;
    }
}
