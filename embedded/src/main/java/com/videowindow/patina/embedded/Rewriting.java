package com.videowindow.patina.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives back the space that a file took when it was written in a hurry: compaction beside the writers reuses space, but the
 * file keeps its greatest length. So when it is closed and much of it is empty, what lives is copied page by page into a
 * new file, which is on the disk before it takes the old one's name. A crash on the way leaves the old one as it was.
 */
final class Rewriting {
    /** Below these it is not worth the time: a share of the file, and bytes. */
    private static final double SPARSE = 0.7;

    private static final long LITTLE = 16 << 20;
    /** Above this, in living bytes, a stop would wait too long: at about 60 MB a second. */
    private static final long MUCH = 512L << 20;

    private static final Logger log = LoggerFactory.getLogger(Rewriting.class);

    private Rewriting() {}

    /** To be asked while it is open. */
    static boolean pays(MVStore store) {
        FileStore<?> file = store.getFileStore();
        long living = file.size() / 100 * file.getFillRate() / 100 * file.getChunksFillRate();
        return living < MUCH && living < SPARSE * file.size() && file.size() - living > LITTLE;
    }

    /** Of a file that nobody has open. What fails here costs only the space. */
    static void of(Path file) {
        Path draft = draft(file);
        try {
            long before = Files.size(file);
            Files.deleteIfExists(draft);
            MVStoreTool.compact(file.toString(), draft.toString(), false);
            PrivateFolder.keep(draft);
            force(draft);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(file.resolveSibling("."));
            log.info("gave back {} MB of {}", (before - Files.size(file)) >> 20, file.getFileName());
        } catch (IOException | MVStoreException e) {
            log.warn("the file could not be rewritten; it keeps its size", e);
            forget(file);
        }
    }

    /** Does away with what an interrupted one left. */
    static void forget(Path file) {
        try {
            Files.deleteIfExists(draft(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + draft(file).getFileName(), e);
        }
    }

    private static Path draft(Path file) {
        return file.resolveSibling(file.getFileName() + ".rewritten");
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
