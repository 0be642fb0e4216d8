package com.videowindow.patina.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Volumes with hard links, and volumes without. */
class DraftedFileTest {
    private static final DraftedFile.Linking OF_A_STICK = (name, existing) -> {
        throw new FileSystemException(name.toString(), existing.toString(), "Operation not permitted");
    };
    private static final DraftedFile.Linking OF_NO_KIND = (name, existing) -> {
        throw new UnsupportedOperationException();
    };

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    private Path folder;

    private Path file;

    @BeforeEach
    void name_it() {
        file = folder.resolve("copy");
    }

    @Test
    void a_file_is_there_once_it_is_whole_with_or_without_links() throws IOException {
        for (DraftedFile.Linking linking : new DraftedFile.Linking[] {Files::createLink, OF_A_STICK, OF_NO_KIND}) {
            try (DraftedFile draft = DraftedFile.of(file, linking)) {
                write(draft, "whole");
                assertThat(file).doesNotExist();
                assertThat(draft.publish()).isEqualTo(5);
            }
            assertThat(file).hasContent("whole");
            assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
            Files.delete(file);
        }
    }

    @Test
    void a_file_that_came_meanwhile_is_never_replaced() throws IOException {
        for (DraftedFile.Linking linking : new DraftedFile.Linking[] {Files::createLink, OF_A_STICK, OF_NO_KIND}) {
            try (DraftedFile draft = DraftedFile.of(file, linking)) {
                write(draft, "late");
                Files.writeString(file, "first");
                assertThatThrownBy(draft::publish).isInstanceOf(FileAlreadyExistsException.class);
            }
            assertThat(file).hasContent("first");
            assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
            Files.delete(file);
        }
    }

    private static void write(DraftedFile draft, String text) throws IOException {
        draft.channel().write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
}
