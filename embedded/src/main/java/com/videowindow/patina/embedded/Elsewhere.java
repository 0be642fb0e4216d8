package com.videowindow.patina.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folders of Elasticsearch outside of the data folder that they belong to. Each has a note of where that is; one whose data
 * folder is gone serves nobody any more, and is removed by whoever next needs such a folder.
 */
final class Elsewhere {
    private static final Logger log = LoggerFactory.getLogger(Elsewhere.class);
    static final String PREFIX = "patina-elasticsearch-";
    private static final String NOTE = "belongs-to";

    private Elsewhere() {}

    static void note(Path elsewhere, Path wanted) {
        try {
            Files.createDirectories(elsewhere);
            Files.writeString(elsewhere.resolve(NOTE), wanted.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void removeOrphans(Path place) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(place, PREFIX + "*")) {
            for (Path folder : folders) {
                if (UnprivilegedUser.mayUse(folder)) {
                    removeIfOrphan(folder);
                }
            }
        } catch (IOException e) {
            log.warn("Folders that Elasticsearch left in {} could not be looked through", place, e);
        }
    }

    /** Without a note it may be anybody's, and stays. */
    private static boolean isOrphan(Path folder) throws IOException {
        Path note = folder.resolve(NOTE);
        return Files.isRegularFile(note, LinkOption.NOFOLLOW_LINKS) && Files.notExists(Path.of(Files.readString(note)));
    }

    /** An Elasticsearch that is about to end may still write there, and another node may be removing it: the next tries again. */
    private static void removeIfOrphan(Path folder) {
        try {
            if (isOrphan(folder)) {
                log.info("Removing {}, whose data folder is gone", folder);
                remove(folder);
            }
        } catch (IOException | UncheckedIOException e) {
            log.info("{} is not removed yet: {}", folder, e.toString());
        }
    }

    /** Links are not followed, so nothing outside is touched. */
    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }
}
