package com.videowindow.patina.learning.extraction;

import com.videowindow.patina.domain.catalog.SkillLevel;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.FacetKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Words that name a facet, of one word or several; where several terms begin at a word, the longest is meant. */
final class Terms {
    private static final Map<SkillLevel, List<String>> OF_SKILL = Map.of(
            SkillLevel.BEGINNER, List.of("beginner", "your first", "from scratch", "getting started", "basics"),
            SkillLevel.INTERMEDIATE, List.of("intermediate", "next step", "improver"),
            SkillLevel.ADVANCED, List.of("advanced", "experienced", "practised"),
            SkillLevel.EXPERT, List.of("expert", "master class", "masterclass"));

    /** What is said not to be needed is named, and not what it is about. */
    private static final Set<String> DENYING = Set.of("not", "no", "without", "unlike", "instead", "never");

    private static final double DENIED = 0.2;

    private final boolean english;
    private final Map<String, List<Term>> byFirst = new HashMap<>();

    private record Term(List<String> words, Facet facet) {}

    Terms(Set<Facet> facets, boolean english) {
        this.english = english;
        for (Facet facet : facets) {
            if (facet.kind() != FacetKind.CREATOR && facet.kind() != FacetKind.SKILL) {
                add(facet.value(), facet);
            }
        }
        OF_SKILL.forEach((level, words) -> words.forEach(
                word -> add(word, new Facet(FacetKind.SKILL, level.name().toLowerCase(Locale.ROOT)))));
        byFirst.values()
                .forEach(terms -> terms.sort(
                        Comparator.comparing((Term term) -> -term.words().size())
                                .thenComparing(Term::facet)));
    }

    private void add(String name, Facet facet) {
        List<String> words = Sentences.words(name, english);
        if (!words.isEmpty()) {
            byFirst.computeIfAbsent(words.getFirst(), first -> new ArrayList<>())
                    .add(new Term(words, facet));
        }
    }

    /** Tells of each mention with how much it counts, 1 for one that is meant. */
    void find(List<String> sentence, BiConsumer<Facet, Double> mention) {
        double counts = sentence.stream().anyMatch(DENYING::contains) ? DENIED : 1;
        for (int at = 0; at < sentence.size(); ) {
            List<Term> longest = at(sentence, at);
            longest.forEach(term -> mention.accept(term.facet(), counts));
            at += longest.isEmpty() ? 1 : longest.getFirst().words().size();
        }
    }

    /** Several where a word is the name of facets of several kinds. */
    private List<Term> at(List<String> sentence, int at) {
        List<Term> found = new ArrayList<>();
        for (Term term : byFirst.getOrDefault(sentence.get(at), List.of())) {
            int end = at + term.words().size();
            boolean asLong = found.isEmpty()
                    || found.getFirst().words().size() == term.words().size();
            if (asLong && end <= sentence.size() && sentence.subList(at, end).equals(term.words())) {
                found.add(term);
            }
        }
        return found;
    }
}
