package com.videowindow.patina.learning.simulation;

import java.time.LocalDate;

/** What the time of the year does: presents are made and bought in the weeks before Christmas, wool is for the cold months. */
final class Season {
    private static final int DAYS_OF_PRESENTS = 40;

    private Season() {}

    /** 0 outside the weeks of presents, rising to 1 towards Christmas. */
    static double presents(LocalDate day) {
        LocalDate christmas = LocalDate.of(day.getYear(), 12, 22);
        long left = christmas.toEpochDay() - day.toEpochDay();
        return left < 0 || left > DAYS_OF_PRESENTS ? 0 : 1 - (double) left / DAYS_OF_PRESENTS;
    }

    /** From -1 in the middle of July to 1 in the middle of January. */
    static double cold(LocalDate day) {
        return StrictMath.cos(2 * Math.PI * (day.getDayOfYear() - 15) / 365.25);
    }
}
