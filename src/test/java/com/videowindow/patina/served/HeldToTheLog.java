package com.videowindow.patina.served;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentPublished;
import com.videowindow.patina.domain.catalog.ContentRestored;
import com.videowindow.patina.domain.catalog.ContentRetired;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ConsentWithdrawn;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What each item has to pass, by a fold of the log up to when its list was asked for that shares nothing with the engine. */
final class HeldToTheLog {
    private static final Set<String> PERSONAL = Set.of("interest", "makeable", "collaborative");
    private static final double ROUNDING = 1e-9;

    private final List<Asked> asked;
    private final Set<SubjectId> allow = new HashSet<>();
    private final Set<String> shown = new HashSet<>();
    private final Map<SubjectId, Set<String>> met = new HashMap<>();
    private final Map<Check, Integer> failed = new EnumMap<>(Check.class);
    private int next;
    private int items;
    private int passed;
    private int personal;

    enum Check {
        CONSENT,
        EXCLUSION,
        STOCK,
        REASON
    }

    /**
     * A list that was served.
     *
     * @param head where the log ended when it was asked for
     * @param excluded what it was asked to leave out
     */
    record Asked(LogPosition head, SubjectId subject, Set<String> excluded, JsonNode list) {}

    /** @param asked in the order of the log */
    HeldToTheLog(List<Asked> asked) {
        this.asked = asked;
    }

    static boolean isWanted(Class<?> type) {
        return Set.of(
                        ConsentGiven.class,
                        ConsentWithdrawn.class,
                        ContentPublished.class,
                        ContentRetired.class,
                        ContentRestored.class,
                        InteractionRecorded.class,
                        FeedbackGiven.class)
                .contains(type);
    }

    void hear(LogPosition position, DomainEvent event) {
        checkUpTo(position);
        switch (event) {
            case ConsentGiven given when given.purpose().equals(Purpose.PERSONALIZATION) -> allow.add(given.subject());
            case ConsentWithdrawn gone when gone.purpose().equals(Purpose.PERSONALIZATION) -> forget(gone.subject());
            case ContentPublished published ->
                shown.add(published.content().id().value());
            case ContentRetired retired -> shown.remove(retired.content().value());
            case ContentRestored restored -> shown.add(restored.content().value());
            case InteractionRecorded deed
            when deed.content() != null ->
                met.computeIfAbsent(deed.subject(), nobody -> new HashSet<>())
                        .add(deed.content().value());
            case FeedbackGiven said ->
                met.computeIfAbsent(said.subject(), nobody -> new HashSet<>())
                        .add(said.content().value());
            default -> {}
        }
    }

    /** What was done before is not used again after another consent: no reason may name it, and it may be offered anew. */
    private void forget(SubjectId subject) {
        allow.remove(subject);
        met.remove(subject);
    }

    /** Those that were asked for before this event. */
    private void checkUpTo(LogPosition position) {
        while (next < asked.size() && asked.get(next).head().value() < position.value()) {
            check(asked.get(next++));
        }
    }

    void end() {
        while (next < asked.size()) {
            check(asked.get(next++));
        }
    }

    private void check(Asked one) {
        boolean allowed = allow.contains(one.subject());
        personal += allowed && !one.list().has("fallback") ? 1 : 0;
        Set<String> known = met.getOrDefault(one.subject(), Set.of());
        for (JsonNode item : one.list().path("items")) {
            items++;
            String content = item.path("contentId").asText();
            Set<Check> broken = new HashSet<>();
            if (!allowed && (!one.list().has("fallback") || isPersonal(item))) {
                broken.add(Check.CONSENT);
            }
            if (one.excluded().contains(content) || (allowed && known.contains(content))) {
                broken.add(Check.EXCLUSION);
            }
            if (!shown.contains(content)) {
                broken.add(Check.STOCK);
            }
            if (!hasTrueReasons(item, allowed ? known : Set.of())) {
                broken.add(Check.REASON);
            }
            broken.forEach(check -> failed.merge(check, 1, Integer::sum));
            passed += broken.isEmpty() ? 1 : 0;
        }
    }

    private static boolean isPersonal(JsonNode item) {
        for (JsonNode part : item.path("contributions")) {
            if (PERSONAL.contains(part.path("name").asText())) {
                return true;
            }
        }
        return !because(item).isEmpty();
    }

    private static boolean hasTrueReasons(JsonNode item, Set<String> known) {
        double sum = 0;
        for (JsonNode part : item.path("contributions")) {
            sum += part.path("value").asDouble();
        }
        return !item.path("reasons").isEmpty()
                && known.containsAll(because(item))
                && Math.abs(sum - item.path("score").asDouble()) <= ROUNDING;
    }

    private static List<String> because(JsonNode item) {
        List<String> because = new ArrayList<>();
        item.path("reasons")
                .forEach(reason -> reason.path("because").forEach(content -> because.add(content.asText())));
        return because;
    }

    int items() {
        return items;
    }

    int personal() {
        return personal;
    }

    int failed(Check check) {
        return failed.getOrDefault(check, 0);
    }

    double share() {
        return (double) passed / items;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d items of %d lists, %d of them personal: %.5f pass all checks; failed %s",
                items,
                asked.size(),
                personal,
                share(),
                failed);
    }
}
