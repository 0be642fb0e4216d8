package com.videowindow.patina.eventlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where secrets have a file each. Whoever drafts one there is alone meanwhile, on whichever node, so that all drafts that the
 * next one finds are of processes that were killed: they may hold what was destroyed since, and are overwritten.
 */
public final class KeyFolder {
    /** Named for what it locked first; nodes of former versions heed it. */
    private static final String LOCK = "master.lock";

    /** A file's lock is a process's; among the nodes of one process, as tests have them, it says nothing. */
    private static final Map<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

    /** Of secrets alone: copies and backups that somebody writes into this folder are drafted without its lock. */
    private static final Pattern DRAFT =
            Pattern.compile("[a-z0-9-]{1,60}\\.(key|jwk|former)[0-9]+" + Pattern.quote(DraftedFile.ENDING));

    private KeyFolder() {}

    /** What is done to the files there. */
    @FunctionalInterface
    public interface Work<T> {
        T done() throws IOException;
    }

    public static <T> T alone(Path folder, Work<T> work) throws IOException {
        Path lock = folder.toRealPath().resolve(LOCK);
        ReentrantLock here = HERE.computeIfAbsent(lock, unused -> new ReentrantLock());
        here.lock();
        try {
            return here.getHoldCount() > 1 ? work.done() : locked(lock, work);
        } finally {
            here.unlock();
        }
    }

    private static <T> T locked(Path lock, Work<T> work) throws IOException {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            if (!held.isValid()) {
                throw new IOException("the lock was lost");
            }
            return work.done();
        }
    }

    /** Drafts that nobody works on any more are gone, and say nothing where they were. */
    public static void clear(Path folder) throws IOException {
        if (Files.isDirectory(folder) && !drafts(folder).isEmpty()) {
            alone(folder, () -> {
                for (Path draft : drafts(folder)) {
                    clear(folder, draft);
                }
                DraftedFile.force(folder);
                return true;
            });
        }
    }

    private static List<Path> drafts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(KeyFolder::isDraft).toList();
        }
    }

    private static boolean isDraft(Path file) {
        return DRAFT.matcher(file.getFileName().toString()).matches();
    }

    private static void clear(Path folder, Path draft) throws IOException {
        if (Files.isRegularFile(draft, LinkOption.NOFOLLOW_LINKS) && !isInUse(folder, draft)) {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                overwrite(channel);
            }
        }
        Files.delete(draft);
    }

    /** Who is killed right after a secret got its name, or before another takes its place, leaves it a second one. */
    private static boolean isInUse(Path folder, Path draft) throws IOException {
        List<Path> kept;
        try (Stream<Path> files = Files.list(folder)) {
            kept = files.filter(file -> !isDraft(file) && Files.exists(file)).toList();
        }
        for (Path file : kept) {
            if (Files.isSameFile(file, draft)) {
                return true;
            }
        }
        return false;
    }

    static void overwrite(FileChannel channel) throws IOException {
        ByteBuffer nothing = ByteBuffer.allocate((int) channel.size());
        while (nothing.hasRemaining()) {
            channel.write(nothing, nothing.position());
        }
        channel.force(true);
    }
}
