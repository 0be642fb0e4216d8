package com.videowindow.patina.learning.simulation;

import com.videowindow.patina.domain.Check;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a world. People and days only tell how much of it is looked at: more people change nobody, and a longer
 * run begins with the shorter one.
 *
 * @param people 1 to {@value #MOST_PEOPLE}, bots not counted
 * @param days 1 to {@value #MOST_DAYS}
 * @param start the first day, by the clocks of Greenwich
 */
public record Scenario(
        int people,
        int days,
        long seed,
        LocalDate start,
        @Nullable Drift drift,
        @Nullable Burst burst) {
    public static final int MOST_PEOPLE = 1_000_000;
    public static final int MOST_DAYS = 2_000;
    private static final int MOST_BOTS = 100_000;
    private static final int FIRST_YEAR = 1991;
    private static final int LAST_YEAR = 2900;

    /** Begins so that three months of it lead into the weeks of presents. */
    public static final LocalDate USUAL_START = LocalDate.of(2025, 9, 1);

    public Scenario {
        Check.range("people", people, 1, MOST_PEOPLE);
        Check.range("days", days, 1, MOST_DAYS);
        Check.range("year of the start", start.getYear(), FIRST_YEAR, LAST_YEAR);
    }

    public static Scenario of(int people, int days, long seed) {
        return new Scenario(people, days, seed, USUAL_START, null, null);
    }

    /** The taste of some people changes as a whole on one day. */
    public record Drift(int day, double share) {
        public Drift {
            Check.range("drift day", day, 0, MOST_DAYS);
            Check.range("drift share", share, 0, 1);
        }
    }

    /** Accounts that push one work, all within an hour of one day. */
    public record Burst(int day, int bots) {
        public Burst {
            Check.range("burst day", day, 0, MOST_DAYS);
            Check.range("bots", bots, 1, MOST_BOTS);
        }
    }

    public Scenario with(@Nullable Drift taste, @Nullable Burst poison) {
        return new Scenario(people, days, seed, start, taste, poison);
    }

    int bots() {
        return burst == null ? 0 : burst.bots();
    }
}
