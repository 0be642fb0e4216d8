package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.viewed;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Axon's repository reads and writes streams that lie scattered over many blocks. */
class AggregatesOnTheLogTest {

    /** Counts views. */
    static final class Shelf {
        @AggregateIdentifier
        private @Nullable String id;

        private int views;

        Shelf() {}

        void view() {
            AggregateLifecycle.apply(viewed(ANNA, "m" + views));
        }

        @EventSourcingHandler
        void on(InteractionRecorded event) {
            id = "shelf/1";
            views++;
        }

        @Override
        public String toString() {
            return id + ": " + views;
        }
    }

    @Test
    void an_aggregate_is_what_its_events_made_it(@TempDir Path folder) throws Exception {
        try (OpenLog open = OpenLog.in(folder)) {
            Repository<Shelf> shelves = EventSourcingRepository.builder(Shelf.class)
                    .eventStore(open.log().eventStore())
                    .build();
            LogPosition first = inUnit(unit -> create(shelves));
            LogPosition last = first;
            for (int i = 1; i < 80; i++) {
                last = inUnit(unit -> shelves.load("shelf/1").execute(Shelf::view));
            }

            assertThat(first).isEqualTo(LogPosition.of(0, 0));
            assertThat(last)
                    .isEqualTo(LogPosition.of(79, 0))
                    .isEqualTo(open.log().inspection().head());
            inUnit(unit ->
                    shelves.load("shelf/1").execute(shelf -> assertThat(shelf).hasToString("shelf/1: 80")));
        }
    }

    private static void create(Repository<Shelf> shelves) {
        try {
            shelves.newInstance(() -> {
                Shelf shelf = new Shelf();
                shelf.view();
                return shelf;
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static LogPosition inUnit(Consumer<UnitOfWork<?>> work) {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("go"));
        work.accept(unit);
        unit.commit();
        return Objects.requireNonNullElse(unit.getResource("patina.position"), LogPosition.START);
    }
}
