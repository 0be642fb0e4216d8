package com.videowindow.patina.api.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogEnd;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.audit.LogStatus;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

class CommandsTest {

    private record Greet() {}

    private static final LogInspection EMPTY_LOG = new LogInspection() {
        @Override
        public LogStatus status() {
            throw new UnsupportedOperationException("nobody asks");
        }

        @Override
        public LogEnd end() {
            return LogEnd.NONE;
        }
    };

    private final AtomicInteger handled = new AtomicInteger();

    /** Commands to an aggregate that fails as told, and answers then. */
    private Commands failing(List<RuntimeException> first) {
        Queue<RuntimeException> failures = new ArrayDeque<>(first);
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        bus.subscribe(Greet.class.getName(), command -> {
            handled.incrementAndGet();
            RuntimeException failure = failures.poll();
            if (failure != null) {
                throw failure;
            }
            return "hello";
        });
        return new Commands(DefaultCommandGateway.builder().commandBus(bus).build(), EMPTY_LOG);
    }

    @Test
    void who_is_overtaken_at_a_streams_tail_or_at_its_first_event_tries_again() {
        Commands commands = failing(List.of(
                new AggregateStreamCreationException("another node was first"),
                new ConcurrencyException("another node was faster")));

        Done<String> done = commands.sendForReceipt(new Greet(), String.class);

        assertThat(done).isEqualTo(new Done<>("hello", LogPosition.START));
        assertThat(handled).hasValue(3);
    }

    @Test
    void who_is_overtaken_again_and_again_hears_of_it() {
        Commands commands = failing(List.of(
                new AggregateStreamCreationException("1"),
                new ConcurrencyException("2"),
                new ConcurrencyException("3"),
                new ConcurrencyException("4")));

        assertThatThrownBy(() -> commands.sendForReceipt(new Greet(), String.class))
                .isInstanceOf(ConcurrencyException.class)
                .hasMessage("4");
    }
}
