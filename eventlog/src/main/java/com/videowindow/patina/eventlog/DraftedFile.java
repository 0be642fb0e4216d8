package com.videowindow.patina.eventlog;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A file of its owner's alone, written under another name: there once it is whole and durable, never over another. */
public final class DraftedFile implements AutoCloseable {
    private final Path file;
    private final Path draft;
    private final FileChannel channel;
    private final Linking linking;

    /** Gives what exists a second name. */
    @FunctionalInterface
    interface Linking {
        void link(Path name, Path existing) throws IOException;
    }

    private DraftedFile(Path file, Path draft, FileChannel channel, Linking linking) {
        this.file = file;
        this.draft = draft;
        this.channel = channel;
        this.linking = linking;
    }

    /** @throws FileAlreadyExistsException rather than touch it */
    public static DraftedFile of(Path file) throws IOException {
        return of(file, Files::createLink);
    }

    static DraftedFile of(Path file, Linking linking) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(
                folder,
                file.getFileName().toString(),
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return new DraftedFile(file, draft, FileChannel.open(draft, StandardOpenOption.WRITE), linking);
    }

    public FileChannel channel() {
        return channel;
    }

    /** @return bytes of the file, which is there now and durable */
    public long publish() throws IOException {
        channel.force(true);
        place(draft, file, linking);
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent())) {
            folder.force(true);
        }
        return channel.size();
    }

    static void place(Path draft, Path file) throws IOException {
        place(draft, file, Files::createLink);
    }

    /**
     * A link cannot take the place of a file that came meanwhile, but many volumes have none: those of the network, and of
     * sticks. There the draft is moved, which replaces only what comes in the moment after it was looked for.
     */
    private static void place(Path draft, Path file, Linking linking) throws IOException {
        try {
            linking.link(file, draft);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(draft);
    }
}
