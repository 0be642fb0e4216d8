package com.videowindow.patina.benchmarks.accuracy;

import com.videowindow.patina.benchmarks.accuracy.Trial.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Kinds of users whose lists are looked at apart.
 *
 * @param name what tells them apart
 */
record Groups(String name, Map<String, Predicate<Answer>> kinds) {
    private static final int LIGHT = 20;
    private static final int HEAVY = 100;

    /** By how many items they had met. */
    static Groups byHistory() {
        Map<String, Predicate<Answer>> kinds = new LinkedHashMap<>();
        kinds.put("new (under " + LIGHT + ")", answer -> answer.known() < LIGHT);
        kinds.put("light", answer -> answer.known() >= LIGHT && answer.known() < HEAVY);
        kinds.put("heavy (" + HEAVY + " and more)", answer -> answer.known() >= HEAVY);
        return new Groups("history", kinds);
    }

    /** @param traits by the users' names */
    static Groups by(String name, List<String> users, Map<String, String> traits) {
        Map<String, Predicate<Answer>> kinds = new LinkedHashMap<>();
        for (String trait : new TreeSet<>(traits.values())) {
            kinds.put(trait, answer -> trait.equals(traits.get(users.get(answer.user()))));
        }
        return new Groups(name, kinds);
    }

    List<Group> of(Outcome outcome) {
        return kinds.entrySet().stream()
                .map(kind -> outcome.group(kind.getKey(), kind.getValue()))
                .toList();
    }
}
