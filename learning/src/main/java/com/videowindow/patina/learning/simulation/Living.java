package com.videowindow.patina.learning.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;

/**
 * Somebody while they live: what they have seen, can do and own, day by day. Each day has a chance of its own, so that a
 * longer scenario begins as the shorter one.
 */
final class Living {
    private static final double GIVES_UP = 0.05;
    private static final double COMES_BACK = 0.4;
    private static final int PAYDAY_EVERY = 30;

    final Resident who;
    final Shelves shelves;
    final BitSet seen = new BitSet();
    final TreeSet<Integer> following = new TreeSet<>();
    final Shopping shopping;
    final Diary diary;
    private final double[] skill;
    private final Scenario scenario;
    private int awayUntil;

    Living(Resident who, Scenario scenario, Shelves shelves, List<Good> goods, Chance chance) {
        this.who = who;
        this.scenario = scenario;
        this.shelves = shelves;
        this.shopping = new Shopping(who, goods, chance.at(-1));
        this.diary = new Diary(who);
        this.skill = who.skill().stream().mapToDouble(Double::doubleValue).toArray();
        this.awayUntil = who.joins();
    }

    Life life(Chance chance) {
        List<Life.Morning> mornings = new ArrayList<>();
        for (int day = 0; day < scenario.days(); day++) {
            mornings.add(morning());
            if (day >= who.joins() && (day - who.joins()) % PAYDAY_EVERY == 0) {
                shopping.payday();
            }
            if (day >= awayUntil) {
                live(day, chance.at(day));
            }
        }
        return new Life(who, diary.deeds(), shopping.returns(), List.copyOf(mornings));
    }

    private Life.Morning morning() {
        List<Double> now = new ArrayList<>();
        for (double each : skill) {
            now.add(each);
        }
        return new Life.Morning(List.copyOf(now), shopping.tools());
    }

    private void live(int day, Chance chance) {
        LocalDate date = scenario.start().plusDays(day);
        for (Rhythm.Moment moment : who.rhythm().on(date, chance)) {
            diary.open(moment);
            double pleased = new Sitting(this, day, date, chance).pleased();
            if (chance.happens(GIVES_UP * (1 - pleased))) {
                boolean back = chance.happens(COMES_BACK);
                awayUntil = back ? day + 14 + chance.below(40) : Integer.MAX_VALUE;
                return;
            }
        }
    }

    double wish(Work work, int day, LocalDate date) {
        return Liking.wish(who.tasteOn(day), skill[work.craft()], shopping.isEquippedFor(work), work, date);
    }

    /** Whoever sees to the end what is a little above them gains most. */
    void practise(Work work) {
        double gap = work.level() - skill[work.craft()] - 0.3;
        skill[work.craft()] = Math.min(3, skill[work.craft()] + who.learning() * StrictMath.exp(-gap * gap));
    }
}
