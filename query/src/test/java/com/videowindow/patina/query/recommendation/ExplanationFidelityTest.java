package com.videowindow.patina.query.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whether reasons are true: what they rest on is really taken out of what is known of people, and everything is ranked
 * anew. As a control, as much is taken out that no reason rests on.
 */
class ExplanationFidelityTest {

    @Test
    void without_what_a_first_reason_rests_on_the_score_is_lower_by_what_is_told() {
        holds(ReasonTrials.of(Market.of(Scenario.of(60, 30, 1)), 10, 2).getLast());
    }

    /** Ten thousand items and more of real people; printed, since it is a report. */
    @Test
    @Tag("long")
    void of_ten_thousand_items_all_first_reasons_are_necessary() throws IOException {
        HeldOut held = read();
        holdsForTenThousand(held, held.shelf);
    }

    @Test
    @Tag("long")
    void so_are_those_of_ten_thousand_items_where_no_model_is_in_force() throws IOException {
        HeldOut held = read();
        holdsForTenThousand(held, held.untrained);
    }

    private static HeldOut read() throws IOException {
        assumeThat(Files.isDirectory(MovieLens.folder()))
                .as("the MovieLens set is not at %s: set -Dpatina.data.dir", MovieLens.folder())
                .isTrue();
        return new HeldOut(MovieLens.read());
    }

    private static void holdsForTenThousand(HeldOut held, Shelf shelf) {
        List<TriedList.Person> people = held.profiles.keySet().stream()
                .map(person -> new TriedList.Person(MovieLens.subject(person), person, held.deeds(person)))
                .toList();
        ReasonTrials trials = new ReasonTrials();
        trials.tryAll(shelf, people, 17, HeldOut.NOW);
        System.out.println(TriedBand.head());
        trials.bands().forEach(band -> System.out.println(band.row()));
        TriedBand all = trials.bands().getLast();
        assertThat(all.items).isGreaterThanOrEqualTo(10_000);
        holds(all);
        assertThat(all.fell).isGreaterThan(2 * all.fellByChance);
    }

    private static void holds(TriedBand all) {
        assertThat(all.sums).as("parts are the score").isEqualTo(all.items);
        assertThat(all.honest).as("names only what they did").isEqualTo(all.personal);
        assertThat(all.lowered).as("score is lower without").isEqualTo(all.personal);
        assertThat(all.told).as("by what is told").isEqualTo(all.ranked);
        assertThat(all.replaced).as("by what takes its place").isEqualTo(all.ranked);
        assertThat(all.fell).isGreaterThan(all.fellByChance);
    }
}
