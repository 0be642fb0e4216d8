package com.videowindow.patina.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.json.PatinaJson;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is stored is never rewritten: these files are the past, and must be read and written like that for ever. */
class StoredEventsAsJsonTest {
    private static final Path FILES = Path.of("src/test/resources/events");
    private static final Serializer SERIALIZER = EventLog.eventSerializer();
    private static final ObjectMapper MAPPER = PatinaJson.mapper();

    static Collection<EventNames.StoredName> names() {
        return EventNames.CURRENT.all();
    }

    /** After a deliberate change run once with {@code -Dpatina.events.write=true}, then look at the difference. */
    @ParameterizedTest
    @MethodSource("names")
    void each_event_is_read_and_written_as_it_ever_was(EventNames.StoredName name) throws IOException {
        Path file = FILES.resolve(name.name() + "." + name.revision() + ".json");
        assertThat(file).exists();
        JsonNode frozen = MAPPER.readTree(Files.readString(file));

        Object event = SERIALIZER.deserialize(new SimpleSerializedObject<>(
                MAPPER.writeValueAsBytes(frozen), byte[].class, name.name(), name.revision()));
        JsonNode written =
                MAPPER.readTree(SERIALIZER.serialize(event, byte[].class).getData());
        if (Boolean.getBoolean("patina.events.write")) {
            Files.writeString(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(written) + "\n");
            return;
        }

        assertThat(event).isInstanceOf(name.type());
        assertThat(written).isEqualTo(frozen);
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
