package com.videowindow.patina.learning.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words in which a work is told of: as people write them, so that not everything is said everywhere, and something is said
 * that it is not about.
 */
record Telling(String title, String description, List<String> tags, String transcript) {
    private static final List<List<String>> OF_LEVEL = List.of(
            List.of("your first try", "for beginners", "from scratch"),
            List.of("the next step", "for the intermediate", "a little further"),
            List.of("advanced", "done properly", "for the practised"),
            List.of("a master class", "for experts", "the hard way"));
    private static final List<String> TITLES = List.of(
            "%s in %s", "%s, with %s", "A weekend with %s and %s", "Everything about %s in %s", "Slow %s in %s");
    private static final List<String> ABOUT = List.of(
            "It is all about %s.", "We look closely at %s.", "The heart of it is %s.", "I show %s step by step.");
    private static final List<String> OTHERS = List.of(
            "You do not need %s for this.",
            "Next month we turn to %s.", "Some people prefer %s, I do not.", "It works as well with %s.");
    private static final List<String> CHATTER = List.of(
            "Take your time, nobody is waiting.",
            "My shop is small and the light comes from the left.",
            "Keep your hands behind the edge.",
            "Put the kettle on before the next part.",
            "I made this mistake for years.",
            "Write to me how yours came out.",
            "Measure once more than you think you must.",
            "It looks wrong at this stage, and that is fine.");

    /**
     * What it is about, in words.
     *
     * @param near what else belongs to the craft
     */
    record Subject(List<String> techniques, List<String> materials, List<String> near, int level, boolean gift) {}

    static Telling of(Subject about, Chance chance) {
        String technique = bent(chance.one(about.techniques()), chance);
        String material = chance.one(about.materials());
        boolean says = chance.happens(0.8);
        String subject =
                says ? String.format(Locale.ROOT, chance.one(TITLES), technique, material) : "An evening at the bench";
        String level = chance.happens(0.6) ? ", " + chance.one(OF_LEVEL.get(about.level())) : "";
        String title = capital(subject) + level + (about.gift() ? ": a gift" : "");
        return new Telling(title, description(about, chance), tags(about, chance), transcript(about, chance));
    }

    private static String description(Subject about, Chance chance) {
        List<String> sentences = new ArrayList<>();
        for (String each : all(about)) {
            if (chance.happens(0.75)) {
                sentences.add(String.format(Locale.ROOT, chance.one(ABOUT), bent(each, chance)));
            }
        }
        if (chance.happens(0.25)) {
            sentences.add(String.format(Locale.ROOT, chance.one(OTHERS), another(about, chance)));
        }
        if (chance.happens(0.5)) {
            sentences.add("This is " + chance.one(OF_LEVEL.get(about.level())) + ".");
        }
        sentences.add(chance.one(CHATTER));
        return String.join(" ", sentences);
    }

    private static List<String> tags(Subject about, Chance chance) {
        List<String> tags = new ArrayList<>();
        for (String each : all(about)) {
            if (chance.happens(0.5)) {
                tags.add(each);
            }
        }
        if (about.gift()) {
            tags.add("gift");
        }
        return tags;
    }

    private static String transcript(Subject about, Chance chance) {
        List<String> sentences = new ArrayList<>();
        for (String each : all(about)) {
            for (int times = chance.below(4); times > 0; times--) {
                sentences.add(String.format(Locale.ROOT, chance.one(ABOUT), bent(each, chance)));
            }
        }
        for (int i = chance.below(3); i > 0; i--) {
            sentences.add(String.format(Locale.ROOT, chance.one(OTHERS), another(about, chance)));
        }
        for (int i = 0; i < 5; i++) {
            sentences.add(chance.one(CHATTER));
        }
        return String.join(" ", chance.some(sentences, sentences.size()));
    }

    private static List<String> all(Subject about) {
        List<String> all = new ArrayList<>(about.techniques());
        all.addAll(about.materials());
        return all;
    }

    /** Mostly of the same craft, where it is hard to tell. */
    private static String another(Subject about, Chance chance) {
        if (chance.happens(0.6) && !about.near().isEmpty()) {
            return chance.one(about.near());
        }
        return chance.one(chance.happens(0.5) ? Crafts.KNOWN.techniques() : Crafts.KNOWN.materials());
    }

    /** Now and then in the plural. */
    private static String bent(String name, Chance chance) {
        boolean plural = chance.happens(0.3) && !name.endsWith("s") && !name.endsWith("ing");
        return plural ? name + "s" : name;
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
