package com.videowindow.patina.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateDataTest {

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void is_read_by_its_owner_only(@TempDir Path folder) throws IOException {
        Path home = folder.resolve("home");
        try (EmbeddedMongo mongo = EmbeddedMongo.start(home.resolve("mongo"))) {
            assertThat(mongo.uri()).isNotBlank();
            assertThat(mode(home)).isEqualTo(UnprivilegedUser.isNeeded() ? "rwx--x--x" : "rwx------");
            assertThat(mode(home.resolve("mongo"))).isEqualTo("rwx------");
            assertThat(mode(home.resolve("mongo").resolve("mongo.mv.db"))).isEqualTo("rw-------");
        }
    }

    @Test
    void leaves_a_home_that_was_there_as_it_was(@TempDir Path home) throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        PrivateFolder.lay(home.resolve("keys"));
        assertThat(mode(home)).isEqualTo("rwxr-xr-x");
        assertThat(mode(home.resolve("keys"))).isEqualTo("rwx------");
    }

    @Test
    void of_elasticsearch_elsewhere_goes_once_its_home_is_gone(@TempDir Path place, @TempDir Path home)
            throws IOException {
        Path used = place.resolve("patina-elasticsearch-1");
        Path orphan = place.resolve("patina-elasticsearch-2");
        Path unknown = Files.createDirectories(place.resolve("patina-elasticsearch-3"));
        Elsewhere.note(used, home);
        Elsewhere.note(orphan, home.resolve("gone"));
        Files.createSymbolicLink(orphan.resolve("link"), home);
        Elsewhere.removeOrphans(place);
        assertThat(used).exists();
        assertThat(unknown).exists();
        assertThat(orphan).doesNotExist();
        assertThat(home).exists();
    }
}
