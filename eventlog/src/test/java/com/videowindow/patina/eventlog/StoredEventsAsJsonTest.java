package com.videowindow.patina.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.DomainEvent;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.serialization.Serializer;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is stored is never rewritten: each file is the bytes of one event as a log holds it, of every name and every
 * revision that was ever written, and must be read like that for ever.
 */
class StoredEventsAsJsonTest {
    private static final Path FILES = Path.of("src/test/resources/events");
    private static final Serializer SERIALIZER = EventLog.eventSerializer();
    private static final EventMapping TODAY = new EventMapping(SERIALIZER, Upcasters.CURRENT);

    static Stream<String> everyRevision() {
        return EventNames.CURRENT.all().stream().flatMap(name -> IntStream.rangeClosed(1, newest(name))
                .mapToObj(revision -> name.name() + "." + revision));
    }

    private static int newest(EventNames.StoredName name) {
        return Integer.parseInt(name.revision());
    }

    private static Path file(String event) {
        return FILES.resolve(event + ".json");
    }

    /** A changed event needs a new revision, a step in {@link Upcasters}, a file here and its meaning. */
    @ParameterizedTest
    @MethodSource("everyRevision")
    void each_revision_that_was_ever_written_means_today_what_it_meant(String event) throws IOException {
        assertThat(file(event)).exists();
        assertThat(FrozenEvents.MEANING).containsKey(event);

        assertThat(read(event)).isEqualTo(FrozenEvents.MEANING.get(event));
    }

    private static Object read(String event) throws IOException {
        String[] nameAndRevision = event.split("\\.", 2);
        LoggedEvent stored = LoggedEvent.of(
                "somewhere@0",
                event,
                nameAndRevision[0],
                nameAndRevision[1],
                0,
                "somewhere",
                null,
                new Binary(Payloads.packed(Files.readAllBytes(file(event)))),
                null);
        return TODAY.stream(Stream.of(stored)).next().getPayload();
    }

    static Collection<EventNames.StoredName> names() {
        return EventNames.CURRENT.all();
    }

    /** Whoever gives an event a new revision runs this once with {@code -Dpatina.events.write=true}. */
    @ParameterizedTest
    @MethodSource("names")
    void each_event_is_written_to_the_byte_as_its_revision_ever_was(EventNames.StoredName name) throws IOException {
        String event = name.name() + "." + name.revision();
        byte[] written = SERIALIZER
                .serialize(FrozenEvents.MEANING.get(event), byte[].class)
                .getData();
        if (Boolean.getBoolean("patina.events.write") && Files.notExists(file(event))) {
            Files.write(file(event), written);
        }

        assertThat(file(event)).hasBinaryContent(written);
        assertThat(FrozenEvents.MEANING.get(event)).isInstanceOf(name.type());
    }

    @Test
    void no_name_or_revision_that_ever_was_is_forgotten() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(everyRevision().toList());
        }
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
