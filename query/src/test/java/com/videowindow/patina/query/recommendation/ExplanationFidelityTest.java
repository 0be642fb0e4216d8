package com.videowindow.patina.query.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.videowindow.patina.domain.recommendation.Contribution;
import com.videowindow.patina.domain.recommendation.Reason;
import com.videowindow.patina.domain.recommendation.ServedItem;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whether reasons are true: what they name is really taken out of what is known of real people, and everything is ranked
 * anew. As a control, as much is taken out that no reason names.
 */
class ExplanationFidelityTest {
    private static final int A_FEW = 25;

    private static HeldOut held = HeldOut.NOBODY;

    @BeforeAll
    static void read() throws IOException {
        assumeThat(Files.isDirectory(MovieLens.folder()))
                .as("the MovieLens set is not at %s: set -Dpatina.data.dir", MovieLens.folder())
                .isTrue();
        held = new HeldOut(MovieLens.read());
    }

    @Test
    void parts_are_the_score_and_losses_are_what_is_lost() {
        TriedReasons fidelity = measured(A_FEW, 10);

        assertThat(fidelity.items()).isEqualTo(A_FEW * 10);
        assertThat(fidelity.share(fidelity.lowered())).isGreaterThan(0.97);
    }

    /** Ten thousand items and more; printed, since it is a report. */
    @Test
    @Tag("long")
    void of_ten_thousand_items_reasons_are_necessary_far_more_often_than_chance() {
        TriedReasons fidelity = measured(Integer.MAX_VALUE, 17);
        System.out.println(fidelity);

        assertThat(fidelity.items()).isGreaterThanOrEqualTo(10_000);
        assertThat(fidelity.share(fidelity.lowered())).isGreaterThan(0.97);
        assertThat(fidelity.fell()).isGreaterThan(3 * fidelity.fellByChance());
    }

    private static TriedReasons measured(int people, int places) {
        TriedReasons fidelity = new TriedReasons();
        held.profiles.keySet().stream().limit(people).forEach(person -> {
            Told told = new Told(held, person, places);
            for (ServedItem item : told.items()) {
                double parts = item.contributions().stream()
                        .mapToDouble(Contribution::value)
                        .sum();
                assertThat(parts).isCloseTo(item.score(), within(1e-9));
                List<Reason> reasons = item.reasons();
                if (Evidence.isPersonal(reasons.getFirst())) {
                    fidelity.take(told.tried(item, reasons.getFirst()));
                } else {
                    fidelity.impersonal();
                }
            }
        });
        return fidelity;
    }
}
