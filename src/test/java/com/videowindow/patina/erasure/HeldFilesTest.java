package com.videowindow.patina.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files that are deleted and still held are looked at too. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "no other system tells which files are held")
class HeldFilesTest {
    private static final Path SELF = Path.of("/proc/self");

    /** Of two words, so that no copy of this class is found. */
    private static String marker(String half) {
        return half + "ofamarkerthatnobody";
    }

    @Test
    void one_that_is_open(@TempDir Path folder) throws IOException {
        String marker = marker("open");
        try (FileChannel held = written(folder.resolve("segment"), marker)) {
            Files.delete(folder.resolve("segment"));

            assertThat(held.isOpen()).isTrue();
            assertThat(searched(marker)).containsExactly(folder.resolve("segment") + " (deleted)");
        }
        assertThat(searched(marker)).isEmpty();
    }

    @Test
    void one_that_is_mapped(@TempDir Path folder) throws IOException {
        String marker = marker("mapped");
        Path file = folder.resolve("segment");
        FileChannel closed = written(file, marker);
        var mapped = closed.map(MapMode.READ_ONLY, 0, closed.size());
        closed.close();
        Files.delete(file);

        assertThat(searched(marker)).containsExactly(file + " (deleted)");
        Mapping mapping = HeldFiles.mappings(SELF).stream()
                .filter(one -> one.name().startsWith(file.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(new Remains(List.of(marker)).in(mapping.readInMemory(SELF))).containsExactly(marker);
        assertThat(mapped.isDirect()).as("mapped until here").isTrue();
    }

    private static Stream<String> searched(String marker) {
        HeldFiles files = HeldFiles.searched(new Remains(List.of(marker)));
        assertThat(files.unread()).isEmpty();
        return files.found().values().stream().flatMap(names -> names.stream());
    }

    private static FileChannel written(Path file, String marker) throws IOException {
        Files.writeString(file, "before " + marker + " after", StandardCharsets.UTF_8);
        return FileChannel.open(file, StandardOpenOption.READ);
    }
}
