package com.videowindow.patina.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.DomainEvent;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.serialization.Serializer;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is stored is never rewritten: each file is the bytes of one event as a log holds it, of every name and every
 * revision that was ever written, and must be read like that for ever, also when nobody writes the name any more.
 */
class StoredEventsAsJsonTest {
    private static final Path FILES = Path.of("src/test/resources");
    private static final String WHOLE = "events";
    private static final String VARIANTS = "event-variants";
    private static final Serializer SERIALIZER = EventLog.eventSerializer();
    private static final EventMapping TODAY = new EventMapping(SERIALIZER, Upcasters.CURRENT, Seals.NONE);

    /** One stored event: its folder, and its name, revision and perhaps variant with dots between. */
    record Frozen(String folder, String event) {
        Path file() {
            return FILES.resolve(folder).resolve(event + ".json");
        }

        @Nullable
        DomainEvent meaning() {
            return (folder.equals(WHOLE) ? FrozenEvents.MEANING : FrozenVariants.MEANING).get(event);
        }

        String name() {
            return event.split("\\.", -1)[0];
        }

        String revision() {
            return event.split("\\.", -1)[1];
        }

        boolean isWrittenToday() {
            return EventNames.CURRENT.all().stream()
                    .anyMatch(each ->
                            each.name().equals(name()) && each.revision().equals(revision()));
        }
    }

    static Stream<Frozen> all() {
        return Stream.concat(
                FrozenEvents.MEANING.keySet().stream().map(event -> new Frozen(WHOLE, event)),
                FrozenVariants.MEANING.keySet().stream().map(event -> new Frozen(VARIANTS, event)));
    }

    /** A changed event needs a new revision, a step in {@link Upcasters}, a file here and its meaning. */
    @ParameterizedTest
    @MethodSource("all")
    void each_event_that_was_ever_written_means_today_what_it_meant(Frozen frozen) throws IOException {
        assertThat(frozen.file()).exists();

        assertThat(read(frozen)).isEqualTo(frozen.meaning());
    }

    private static Object read(Frozen frozen) throws IOException {
        LoggedEvent stored = LoggedEvent.of(
                "somewhere@0",
                frozen.event(),
                frozen.name(),
                frozen.revision(),
                0,
                "somewhere",
                null,
                new Binary(Payloads.packed(Files.readAllBytes(frozen.file()))),
                null);
        return TODAY.stream(Stream.of(stored)).next().getPayload();
    }

    static Stream<Frozen> writtenToday() {
        return all().filter(Frozen::isWrittenToday);
    }

    /** Whoever gives an event a new revision runs this once with {@code -Dpatina.events.write=true}. */
    @ParameterizedTest
    @MethodSource("writtenToday")
    void each_event_is_written_to_the_byte_as_its_revision_ever_was(Frozen frozen) throws IOException {
        byte[] written = SERIALIZER.serialize(frozen.meaning(), byte[].class).getData();
        if (Boolean.getBoolean("patina.events.write") && Files.notExists(frozen.file())) {
            Files.write(frozen.file(), written);
        }

        assertThat(frozen.file()).hasBinaryContent(written);
        assertThat(frozen.meaning()).isInstanceOf(EventNames.CURRENT.type(frozen.name(), frozen.revision()));
    }

    @Test
    void no_name_or_revision_that_ever_was_is_forgotten() throws IOException {
        assertThat(all().map(Frozen::file)).containsExactlyInAnyOrderElementsOf(files());
        assertThat(all().filter(each -> each.folder().equals(WHOLE)).map(Frozen::event))
                .containsAll(everyRevisionOfToday().toList());
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of(WHOLE, VARIANTS)) {
            try (Stream<Path> some = Files.list(FILES.resolve(folder))) {
                some.forEach(files::add);
            }
        }
        return files;
    }

    private static Stream<String> everyRevisionOfToday() {
        return EventNames.CURRENT.all().stream()
                .flatMap(name -> IntStream.rangeClosed(1, Integer.parseInt(name.revision()))
                        .mapToObj(revision -> name.name() + "." + revision));
    }

    @Test
    void every_event_of_the_domain_has_a_stored_name() throws Exception {
        URI domain = DomainEvent.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        if (Files.isDirectory(Path.of(domain))) {
            assertThatEventsHaveNames(Path.of(domain));
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(Path.of(domain))) {
                assertThatEventsHaveNames(jar.getPath("/"));
            }
        }
    }

    private static void assertThatEventsHaveNames(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            assertThat(files.map(file -> classes.relativize(file).toString())
                            .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                            .map(StoredEventsAsJsonTest::load)
                            .filter(type -> type.isRecord() && DomainEvent.class.isAssignableFrom(type)))
                    .isNotEmpty()
                    .allSatisfy(type ->
                            assertThat(EventNames.CURRENT.of(type).name()).doesNotContain("."));
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(file.replace(".class", "").replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
