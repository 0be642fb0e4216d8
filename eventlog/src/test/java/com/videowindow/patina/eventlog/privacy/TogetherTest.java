package com.videowindow.patina.eventlog.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TogetherTest {
    private final AtomicInteger questions = new AtomicInteger();
    private final CountDownLatch first = new CountDownLatch(1);
    private final CountDownLatch gathered = new CountDownLatch(1);

    @Test
    void who_comes_while_a_question_is_under_way_is_asked_for_with_the_next() throws Exception {
        Together<Integer, String> together = new Together<>(this::slowly);
        List<Future<Map<Integer, String>>> answers = new ArrayList<>();
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            answers.add(all.submit(() -> together.ask(Set.of(0))));
            first.await();
            for (int number = 1; number <= 20; number++) {
                int mine = number;
                answers.add(all.submit(() -> together.ask(Set.of(mine, mine + 100))));
            }
            while (together.waiting() < 20) {
                Thread.onSpinWait();
            }
            gathered.countDown();
        }
        assertThat(questions).hasValue(2);
        assertThat(answers.getFirst().get()).isEqualTo(Map.of(0, "0"));
        for (int number = 1; number <= 20; number++) {
            assertThat(answers.get(number).get())
                    .isEqualTo(Map.of(number, "" + number, number + 100, "" + (number + 100)));
        }
    }

    private Map<Integer, String> slowly(Collection<Integer> keys) {
        questions.incrementAndGet();
        first.countDown();
        try {
            gathered.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Map<Integer, String> answer = new HashMap<>();
        keys.forEach(key -> answer.put(key, "" + key));
        return answer;
    }

    @Test
    void what_has_no_answer_is_absent_and_a_failure_is_told_to_those_who_asked_then() {
        Together<Integer, String> together = new Together<>(keys -> {
            if (questions.getAndIncrement() == 0) {
                throw new IllegalStateException("away");
            }
            return Map.of(1, "one");
        });

        assertThatThrownBy(() -> together.ask(Set.of(1))).hasMessage("away");
        assertThat(together.ask(Set.of(1, 2))).isEqualTo(Map.of(1, "one"));
    }
}
