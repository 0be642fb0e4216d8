package com.videowindow.patina.learning.preference;

import static com.videowindow.patina.learning.Person.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.videowindow.patina.domain.catalog.SkillLevel;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interest.Preferences;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SkillTest {

    /** Of ten videos of each level, so many are seen to the end. */
    private static List<InteractionRecorded> finishes(int beginner, int intermediate, int advanced, int expert) {
        int[] finished = {beginner, intermediate, advanced, expert};
        List<InteractionRecorded> deeds = new ArrayList<>();
        for (SkillLevel level : SkillLevel.values()) {
            String facet = "skill:" + level.name().toLowerCase(java.util.Locale.ROOT);
            for (int video = 0; video < 10; video++) {
                double completion = video < finished[Skill.step(level)] ? 1 : 0.2;
                deeds.add(ANNA.views(facet.substring(6) + video, completion, video, facet));
            }
        }
        return deeds;
    }

    private static Learned who(List<InteractionRecorded> deeds) {
        return new Learned(Learned.MODEL.applyAll(null, deeds));
    }

    @Test
    void whoever_sees_easy_videos_to_the_end_and_leaves_hard_ones_is_a_beginner() {
        assertThat(Learned.MODEL.skill(who(finishes(9, 5, 1, 0)).state())).contains(SkillLevel.BEGINNER);
    }

    @Test
    void whoever_leaves_what_is_too_easy_is_further() {
        assertThat(Learned.MODEL.skill(who(finishes(1, 5, 9, 5)).state())).contains(SkillLevel.ADVANCED);
    }

    @Test
    void whoever_finishes_everything_is_in_the_middle_and_less_sure() {
        assertThat(Learned.MODEL.skill(who(finishes(9, 9, 9, 9)).state()).orElseThrow())
                .isIn(SkillLevel.INTERMEDIATE, SkillLevel.ADVANCED);
    }

    @Test
    void of_whom_little_was_seen_nothing_is_said() {
        assertThat(Learned.MODEL.skill(who(finishes(9, 5, 1, 0).subList(0, 3)).state()))
                .isEmpty();
    }

    @Test
    void what_is_stated_stands() {
        Preferences expert = new Preferences(List.of(), List.of(), List.of(), SkillLevel.EXPERT);
        Learned anna = who(finishes(9, 5, 1, 0)).then(ANNA.states(expert, 1, 20));

        assertThat(Learned.MODEL.skill(anna.state())).contains(SkillLevel.EXPERT);
    }

    @Test
    void the_order_of_arrival_does_not_change_it() {
        List<InteractionRecorded> deeds = finishes(7, 8, 3, 1);
        List<InteractionRecorded> other = new ArrayList<>(deeds);
        Collections.shuffle(other, new Random(1));

        assertThat(mean(other)).isCloseTo(mean(deeds), within(1e-9));
    }

    private static double mean(List<InteractionRecorded> deeds) {
        return Learned.MODEL.practice(who(deeds).state()).orElseThrow().mean();
    }
}
