package com.videowindow.patina.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class LastOfTest {

    @Property
    void the_last_is_found_with_a_handful_of_questions(@ForAll @LongRange(min = -1, max = 3_000_000_000L) long last) {
        AtomicInteger questions = new AtomicInteger();

        long found = LastOf.sequence(numbers -> {
            questions.incrementAndGet();
            return numbers.stream().filter(number -> number <= last).collect(Collectors.toSet());
        });

        assertThat(found).isEqualTo(last);
        assertThat(questions).hasValueLessThanOrEqualTo(8);
    }
}
