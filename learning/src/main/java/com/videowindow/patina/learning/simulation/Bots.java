package com.videowindow.patina.learning.simulation;

import com.videowindow.patina.domain.interaction.Engagement;
import com.videowindow.patina.domain.interaction.InteractionKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Accounts that push one work: each watches it to the end, likes and shares it, and a few popular ones so as to pass for somebody. */
record Bots(Scenario scenario, Scenario.Burst burst, List<Work> works, Shelves shelves) {
    private static final int DISGUISE = 3;
    private static final int DULL_OF_TEN = 4;

    /** What they push: one that few would like by itself. */
    Work target(Chance chance) {
        List<Work> shown = works.stream()
                .filter(work -> work.number() < Works.until(Math.min(burst.day(), scenario.days())))
                .sorted((one, other) -> Double.compare(one.appeal(), other.appeal()))
                .toList();
        return shown.get(chance.below(shown.size() * DULL_OF_TEN / 10));
    }

    Life life(Resident bot, Work target, Chance chance) {
        Diary diary = new Diary(bot);
        if (burst.day() < scenario.days()) {
            Instant hour = scenario.start().plusDays(burst.day()).atTime(3, 0).toInstant(ZoneOffset.UTC);
            diary.open(new Rhythm.Moment(
                    hour.plusSeconds(chance.below(3_600)),
                    bot.rhythm().devices().getFirst()));
            List<Work> page = new ArrayList<>();
            for (int i = 0; i < DISGUISE; i++) {
                shelves.popular(burst.day(), new BitSet(), page, chance);
            }
            page.forEach(work -> push(work, diary, chance));
            push(target, diary, chance);
            diary.deed(InteractionKind.LIKE, target, "home");
            diary.deed(InteractionKind.SHARE, target, "home");
        }
        return new Life(bot, diary.deeds(), List.of(), List.of());
    }

    private static void push(Work work, Diary diary, Chance chance) {
        diary.wait(chance.between(1, 5));
        diary.deed(InteractionKind.VIEW, work, new Engagement(null, 1.0, null), "home");
    }
}
