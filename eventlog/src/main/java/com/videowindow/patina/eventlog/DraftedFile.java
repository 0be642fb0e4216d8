package com.videowindow.patina.eventlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file of its owner's alone, written under another name: there once it is whole and durable. */
public final class DraftedFile implements AutoCloseable {
    static final String ENDING = ".part";

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
        return drafted(file, linking);
    }

    /** For a file that may be there and is to be replaced. */
    static DraftedFile over(Path file) throws IOException {
        return drafted(file, Files::createLink);
    }

    private static DraftedFile drafted(Path file, Linking linking) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(
                    folder.toString()); // a volume that is not there: its files belong nowhere else
        }
        Path draft = Files.createTempFile(
                folder,
                file.getFileName().toString(),
                ENDING,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return new DraftedFile(file, draft, FileChannel.open(draft, StandardOpenOption.WRITE), linking);
    }

    public FileChannel channel() {
        return channel;
    }

    void write(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /**
     * Never over another file.
     *
     * @return bytes of the file, which is there now and durable
     */
    public long publish() throws IOException {
        channel.force(true);
        place(draft, file, linking);
        force(file.toAbsolutePath().getParent());
        return channel.size();
    }

    /** Over whatever was there: after a crash there is the one or the other. */
    void replace() throws IOException {
        channel.force(true);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(file.toAbsolutePath().getParent());
    }

    /** Until its folder is on the disk too, a file has no name there. */
    static void force(@Nullable Path folder) throws IOException {
        if (folder != null) {
            try (FileChannel channel = FileChannel.open(folder)) {
                channel.force(true);
            }
        }
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
