package com.videowindow.patina.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneProcessPerFolderTest {
    @TempDir
    Path folder;

    @Test
    void a_second_one_is_told_who_has_the_folder_and_what_to_do() {
        try (EmbeddedMongo first = EmbeddedMongo.start(folder)) {
            assertThat(first.uri()).startsWith("mongodb://127.0.0.1:");
            assertThatExceptionOfType(FolderInUse.class)
                    .isThrownBy(() -> EmbeddedMongo.start(folder))
                    .withMessageContaining(folder.toString())
                    .withMessageContaining("process " + ProcessHandle.current().pid())
                    .withMessageContaining("PATINA_HOME");
        }
    }

    @Test
    void a_folder_is_free_again_when_the_first_has_closed() {
        EmbeddedMongo.start(folder).close();
        assertThatNoException().isThrownBy(() -> EmbeddedMongo.start(folder).close());
    }
}
