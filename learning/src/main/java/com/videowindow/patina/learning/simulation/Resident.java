package com.videowindow.patina.learning.simulation;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Purpose;
import java.util.List;

/**
 * Somebody in the world, as they are when they come.
 *
 * @param userId as the platform knows them
 * @param subject as a log might know them, for those who need no server
 * @param joins day on which they come
 * @param allows uses of their data
 * @param taste theirs, until it changes
 * @param later theirs from the day on which it changes
 * @param changes that day; beyond all days where it does not
 * @param skill in each craft, 0 to 3
 * @param learning how much skill they gain by a video that fits
 * @param budget in euros for a month
 */
public record Resident(
        int number,
        String userId,
        SubjectId subject,
        boolean bot,
        int joins,
        List<Purpose> allows,
        Taste taste,
        Taste later,
        int changes,
        List<Double> skill,
        double learning,
        int budget,
        Rhythm rhythm) {

    static final int NEVER = Integer.MAX_VALUE;

    /** Theirs on this day. */
    public Taste tasteOn(int day) {
        return day < changes ? taste : later;
    }

    public boolean changesTaste() {
        return changes != NEVER;
    }
}
