package com.videowindow.patina.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.node.Client;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks for people at one node while their erasure is under way, or broken off. All that it is told must be one of some
 * stages, as a whole, and never one before what it was told already.
 */
final class Witness {
    private final List<Set<String>> stages;
    private final Duration between;
    private final Map<String, Integer> reached = new ConcurrentHashMap<>();
    private final List<Integer> seen = new ArrayList<>();

    /**
     * @param stages in their order
     * @param between how long what is told may be of two of them: five questions are not one
     */
    Witness(List<Set<String>> stages, Duration between) {
        this.stages = stages;
        this.between = between;
    }

    /** How often each stage was told. */
    List<Long> seen() {
        return stages.stream()
                .map(stage -> seen.stream()
                        .filter(one -> one == stages.indexOf(stage))
                        .count())
                .toList();
    }

    /** Asks until the answers are of one stage, or the node does not answer. */
    void ask(Client person) {
        long end = System.nanoTime() + between.toNanos();
        Optional<Set<String>> told = Served.to(person);
        while (told.isPresent() && !stages.contains(told.get()) && System.nanoTime() < end) {
            told = Served.to(person);
        }
        told.ifPresent(all -> {
            assertThat(stages).as("of %s", person.name()).contains(all);
            int stage = stages.indexOf(all);
            assertThat(stage)
                    .as("stage of %s after %s, who is told %s", person.name(), reached.get(person.name()), all)
                    .isGreaterThanOrEqualTo(reached.getOrDefault(person.name(), 0));
            reached.put(person.name(), stage);
            seen.add(stage);
        });
    }
}
