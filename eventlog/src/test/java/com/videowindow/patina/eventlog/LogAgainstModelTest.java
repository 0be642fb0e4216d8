package com.videowindow.patina.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** Whatever one does with the log, in whatever order, it answers as two lists would. */
class LogAgainstModelTest {
    private static final int STEPS = 200;
    private static final int AT_LENGTH = 10_000;
    private static @Nullable TestServer mongo;
    private static @Nullable Path folder;
    private static int opened;
    private static int done;
    private static int doneAtLength;

    private @Nullable ModelledLog current;

    @BeforeContainer
    static void start() throws IOException {
        folder = Files.createTempDirectory("model");
        mongo = TestServer.in(folder);
        done = 0;
        doneAtLength = 0;
    }

    @AfterContainer
    static void stop() throws IOException {
        if (mongo != null) {
            mongo.close();
        }
        FileSystemUtils.deleteRecursively(folder);
        System.out.println(done + " operations");
        assertThat(doneAtLength).satisfiesAnyOf(none -> assertThat(none).isZero(), many -> assertThat(many)
                .isGreaterThanOrEqualTo(AT_LENGTH));
    }

    @AfterTry
    void close() {
        if (current != null) {
            done += current.steps();
            current.close();
            current = null;
        }
    }

    @Property(tries = 3)
    void the_log_is_what_its_model_is(@ForAll("uses") ActionChain<ModelledLog> uses) {
        compare(uses);
    }

    @Property(tries = 55)
    @Tag("long")
    void and_still_is_after_eleven_thousand_uses(@ForAll("uses") ActionChain<ModelledLog> uses) {
        compare(uses);
        doneAtLength += Objects.requireNonNull(current).steps();
    }

    @Example
    void and_is_when_the_first_use_of_all_is_broken_off() {
        ModelledLog log = opened();
        log.crash("shelf", 0);
        log.restore();
        log.crash("shelf", 2);
        log.readAll(0);
        log.verify();
    }

    private static void compare(ActionChain<ModelledLog> uses) {
        ModelledLog log = uses.run();
        log.readAll(0);
        log.verify();
    }

    @Provide
    Arbitrary<ActionChain<ModelledLog>> uses() {
        return ActionChain.startWith(this::opened)
                .withAction(20, use(onStream("append", ModelledLog::append)))
                .withAction(6, use(onStream("conflict", ModelledLog::conflict)))
                .withAction(4, use(Arbitraries.just(named("send again", ModelledLog::sendAgain))))
                .withAction(12, use(tell()))
                .withAction(12, use(onStream("read", ModelledLog::readStream)))
                .withAction(4, use(numbers().map(from -> named("read all from " + from, log -> log.readAll(from)))))
                .withAction(4, use(onStream("snapshot", (log, stream, n) -> log.snapshot(stream))))
                .withAction(8, use(onStream("load", (log, stream, n) -> log.load(stream))))
                .withAction(1, use(onStream("crash", ModelledLog::crash)))
                .withAction(1, use(Arbitraries.just(named("restore", ModelledLog::restore))))
                .withMaxTransformations(STEPS);
    }

    private ModelledLog opened() {
        TestServer server = Objects.requireNonNull(mongo);
        current = new ModelledLog(server.uri(), server.database() + "-try" + opened++);
        return current;
    }

    private interface OnStream {
        void use(ModelledLog log, String stream, int number);
    }

    private static Arbitrary<Integer> numbers() {
        return Arbitraries.integers().between(0, 9);
    }

    private static Arbitrary<Transformer<ModelledLog>> onStream(String what, OnStream use) {
        return Combinators.combine(Arbitraries.of("shelf", "bench", "lamp"), numbers())
                .as((stream, n) -> named(what + " " + stream + " " + n, log -> use.use(log, stream, n)));
    }

    private static Arbitrary<Transformer<ModelledLog>> tell() {
        return Arbitraries.integers()
                .between(0, 40)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(messages -> named("tell " + messages, log -> log.tell(names(messages))));
    }

    private static List<String> names(List<Integer> messages) {
        return messages.stream().map(message -> "f" + message).toList();
    }

    private static Transformer<ModelledLog> named(String name, Consumer<ModelledLog> use) {
        return Transformer.mutate(name, log -> {
            log.step();
            use.accept(log);
        });
    }

    private static Action.Independent<ModelledLog> use(Arbitrary<Transformer<ModelledLog>> transformers) {
        return () -> transformers;
    }
}
