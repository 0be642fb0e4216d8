package com.videowindow.patina.learning.simulation;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Who lives in the world: made one by one, by number, each without the others. */
record Residents(Scenario scenario, String world, Chance chance) {
    private static final double THERE_FROM_THE_BEGINNING = 0.6;
    private static final int ALL_HAVE_COME = 120;
    private static final long TASTE = 1;
    private static final long LATER = 2;
    private static final long RHYTHM = 3;

    Resident resident(int number) {
        Chance own = chance.at(number);
        boolean bot = number >= scenario.people();
        Scenario.Drift drift = scenario.drift();
        int joins = own.happens(THERE_FROM_THE_BEGINNING) ? 0 : own.below(ALL_HAVE_COME);
        boolean drifts = own.happens(drift == null ? 0 : drift.share()) && !bot;
        Taste taste = Taste.of(own.at(TASTE));
        String name = world + "-p" + number;
        return new Resident(
                number,
                name,
                new SubjectId(new UUID(scenario.seed(), number)),
                bot,
                joins,
                allows(own, bot),
                taste,
                drifts ? Taste.of(own.at(LATER)) : taste,
                drifts && drift != null ? drift.day() : Resident.NEVER,
                skill(own, taste),
                own.between(0.04, 0.16),
                10 + own.below(90),
                Rhythm.of(name, own.at(RHYTHM)));
    }

    /** Some refuse to have anything remembered, some only to let others learn from it. */
    private static List<Purpose> allows(Chance own, boolean bot) {
        boolean personal = !own.happens(0.08);
        boolean training = !own.happens(0.2);
        boolean figures = own.happens(0.5);
        List<Purpose> allowed = new ArrayList<>();
        if (personal || bot) {
            allowed.add(Purpose.PERSONALIZATION);
        }
        if ((personal && training) || bot) {
            allowed.add(Purpose.TRAINING);
        }
        if (personal && figures) {
            allowed.add(Purpose.ANALYTICS);
        }
        return List.copyOf(allowed);
    }

    /** Whoever has a hand for one craft has it for others, and is better at what they love. */
    private static List<Double> skill(Chance own, Taste taste) {
        double hand = own.between(0, 2.2);
        List<Double> skill = new ArrayList<>();
        for (int craft = 0; craft < Crafts.KNOWN.size(); craft++) {
            double loved = taste.craft(craft) > 0 ? 0.3 : 0;
            skill.add(Math.max(0, Math.min(3, hand + loved + own.normal(0, 0.3))));
        }
        return List.copyOf(skill);
    }
}
