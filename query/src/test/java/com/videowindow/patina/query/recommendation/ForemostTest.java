package com.videowindow.patina.query.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is kept of many scores is what sorting all of them would put first. */
class ForemostTest {

    @Property(tries = 300)
    void keeps_what_sorting_would_put_first(
            @ForAll @Size(max = 60) List<@IntRange(min = -5, max = 5) Integer> scores,
            @ForAll @IntRange(max = 20) int most) {
        Foremost foremost = new Foremost(most);
        for (int number = 0; number < scores.size(); number++) {
            foremost.offer(number, scores.get(number));
        }

        assertThat(foremost.bestFirst())
                .containsExactly(IntStream.range(0, scores.size())
                        .boxed()
                        .sorted(Comparator.comparing(scores::get, Comparator.reverseOrder())
                                .thenComparing(Comparator.naturalOrder()))
                        .limit(most)
                        .mapToInt(number -> number)
                        .toArray());
    }
}
