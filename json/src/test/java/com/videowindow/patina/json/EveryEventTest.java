package com.videowindow.patina.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.privacy.Forgotten;
import com.videowindow.patina.domain.privacy.PersonalData;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryEventTest {

    static List<DomainEvent> everyEvent() {
        return Samples.everyEvent();
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void comes_back_from_json_as_it_went(DomainEvent event) throws IOException {
        String written = PatinaJson.mapper().writeValueAsString(event);

        assertThat(PatinaJson.mapper().readValue(written, event.getClass())).isEqualTo(event);
        assertThat(PatinaJson.strict().readValue(written, event.getClass())).isEqualTo(event);
    }

    @Test
    void has_a_sample() throws Exception {
        Set<Class<?>> sampled =
                Samples.everyEvent().stream().map(Object::getClass).collect(Collectors.toSet());

        assertThat(eventsOfTheDomain()).isNotEmpty().isSubsetOf(sampled);
    }

    /** Without it nothing about a person can be stored: that is not to be found out when somebody is there. */
    @Test
    void about_a_person_says_what_kind_of_data_it_is() throws Exception {
        assertThat(eventsOfTheDomain())
                .filteredOn(AboutSubject.class::isAssignableFrom)
                .filteredOn(type -> type != Forgotten.class)
                .hasSizeGreaterThan(5)
                .allSatisfy(type -> assertThat(type).hasAnnotation(PersonalData.class));
    }

    private static Set<Class<?>> eventsOfTheDomain() throws Exception {
        Path source = Path.of(DomainEvent.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        if (Files.isDirectory(source)) {
            return eventsUnder(source);
        }
        try (FileSystem jar = FileSystems.newFileSystem(source)) {
            return eventsUnder(jar.getPath("/"));
        }
    }

    private static Set<Class<?>> eventsUnder(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("-info"))
                    .map(name -> name.replace(".class", "").replace('/', '.'))
                    .<Class<?>>map(EveryEventTest::load)
                    .filter(type -> DomainEvent.class.isAssignableFrom(type) && type.isRecord())
                    .collect(Collectors.toSet());
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
