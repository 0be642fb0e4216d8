package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.view;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.audit.Fact;
import com.videowindow.patina.domain.audit.FactLog;
import com.videowindow.patina.domain.audit.Stored;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RacingFactsTest {

    @Test
    void the_same_messages_sent_to_two_nodes_at_once_are_stored_once_and_all_get_the_winners_position(
            @TempDir Path folder) throws Exception {
        List<Fact> facts =
                IntStream.range(0, 300).mapToObj(i -> view(ANNA, "m" + i)).toList();
        try (OpenLog open = OpenLog.in(folder);
                EventLog other = open.another(EventLog.Parts.standard());
                ExecutorService pool = Executors.newFixedThreadPool(6)) {
            List<Callable<List<Stored>>> senders = Stream.of(open.log().facts(), other.facts())
                    .flatMap(log -> Stream.of(log, log, log))
                    .map(log -> sending(log, facts))
                    .toList();

            List<Future<List<Stored>>> answers = pool.invokeAll(senders);

            List<Stored> first = answers.getFirst().get();
            long fresh = 0;
            for (Future<List<Stored>> answer : answers) {
                assertThat(answer.get())
                        .extracting(Stored::position)
                        .isEqualTo(first.stream().map(Stored::position).toList());
                fresh += answer.get().stream()
                        .filter(stored -> !stored.duplicate())
                        .count();
            }
            assertThat(fresh).isEqualTo(300);
            assertThat(open.log().verify().events()).isEqualTo(300);
        }
    }

    private static Callable<List<Stored>> sending(FactLog log, List<Fact> facts) {
        return () -> log.storeOnce(facts);
    }
}
