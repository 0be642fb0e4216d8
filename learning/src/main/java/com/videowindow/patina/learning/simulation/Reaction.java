package com.videowindow.patina.learning.simulation;

import com.videowindow.patina.domain.interaction.Engagement;
import com.videowindow.patina.domain.interaction.InteractionKind;

/** What somebody says after a video: mostly nothing. */
record Reaction(Living person, Work work, String surface, Chance chance) {

    void to(boolean liked) {
        if (!liked) {
            perhaps(0.06, InteractionKind.DISMISS);
            rate(0.06, 1, 3);
            return;
        }
        perhaps(0.35, InteractionKind.LIKE);
        perhaps(0.15, InteractionKind.SAVE);
        perhaps(0.05, InteractionKind.SHARE);
        perhaps(0.05, InteractionKind.COMMENT);
        rate(0.15, 3.5, 5);
        if (!person.following.contains(work.creator()) && perhaps(0.08, InteractionKind.FOLLOW)) {
            person.following.add(work.creator());
        }
    }

    private boolean perhaps(double probability, InteractionKind kind) {
        if (!chance.happens(probability)) {
            return false;
        }
        person.diary.wait(chance.between(1, 20));
        person.diary.deed(kind, work, surface);
        return true;
    }

    /** In halves of stars. */
    private void rate(double probability, double least, double most) {
        if (chance.happens(probability)) {
            double stars = StrictMath.rint(2 * chance.between(least, most)) / 2;
            person.diary.wait(chance.between(1, 20));
            person.diary.deed(InteractionKind.RATE, work, new Engagement(null, null, stars), surface);
        }
    }
}
