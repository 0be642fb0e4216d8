package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.BEN;
import static com.videowindow.patina.eventlog.People.view;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.audit.Fact;
import com.videowindow.patina.domain.audit.Stored;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoringFactsTest {
    private OpenLog open;

    @BeforeEach
    void open(@TempDir Path folder) {
        open = OpenLog.in(folder);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void the_same_message_is_stored_once_and_answered_with_the_same_position() {
        Stored first = open.log().facts().storeOnce(List.of(view(ANNA, "m1"))).getFirst();
        Stored again = open.log().facts().storeOnce(List.of(view(ANNA, "m1"))).getFirst();

        assertThat(first.duplicate()).isFalse();
        assertThat(again).isEqualTo(new Stored(first.position(), true));
        assertThat(open.log().inspection().status().events()).isOne();
    }

    @Test
    void the_same_message_twice_in_one_call_is_a_duplicate_of_its_first() {
        List<Stored> stored = open.log().facts().storeOnce(List.of(view(ANNA, "m1"), view(ANNA, "m1")));

        assertThat(stored).extracting(Stored::duplicate).containsExactly(false, true);
        assertThat(stored.getFirst().position()).isEqualTo(stored.getLast().position());
    }

    @Test
    void messages_of_two_people_with_the_same_name_are_two_facts() {
        List<Stored> stored = open.log().facts().storeOnce(List.of(view(ANNA, "m1"), view(BEN, "m1")));

        assertThat(stored).extracting(Stored::duplicate).containsExactly(false, false);
    }

    @Test
    void a_large_batch_is_answered_in_order() {
        List<Fact> facts =
                IntStream.range(0, 500).mapToObj(i -> view(ANNA, "m" + i)).toList();

        List<Stored> stored = open.log().facts().storeOnce(facts);
        List<Stored> again = open.log().facts().storeOnce(facts);

        assertThat(stored).hasSize(500).extracting(Stored::position).isSorted().doesNotHaveDuplicates();
        assertThat(again)
                .extracting(Stored::position)
                .isEqualTo(stored.stream().map(Stored::position).toList());
        assertThat(open.log().inspection().status().types()).containsEntry("InteractionRecorded", 500L);
    }
}
