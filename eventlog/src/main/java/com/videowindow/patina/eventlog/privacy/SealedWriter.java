package com.videowindow.patina.eventlog.privacy;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;

/** Writes documents as sealed frames: the header, then for each whether it is the last, its length and what it hides. */
final class SealedWriter implements AutoCloseable {
    private final Path file;
    private final Path draft;
    private final FileChannel channel;
    private final DataOutputStream out;
    private final RecoverySeal seal;
    private long number;

    private SealedWriter(Path file, Path draft, FileChannel channel, RecoverySeal seal) {
        this.file = file;
        this.draft = draft;
        this.channel = channel;
        this.seal = seal;
        this.out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
    }

    /** @throws FileAlreadyExistsException rather than touch it */
    static SealedWriter to(Path file, RecoverySeal seal) throws IOException {
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
        FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE);
        SealedWriter writer = new SealedWriter(file, draft, channel, seal);
        writer.out.write(seal.header());
        return writer;
    }

    void write(Document document) throws IOException {
        frame(document, false);
    }

    /** The file is there after this, and durable. */
    void finish(Document end) throws IOException {
        frame(end, true);
        out.flush();
        channel.force(true);
        Files.createLink(file, draft);
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent())) {
            folder.force(true);
        }
    }

    private void frame(Document document, boolean last) throws IOException {
        var bytes = new RawBsonDocument(document, new DocumentCodec()).getByteBuffer();
        byte[] plain = new byte[bytes.remaining()];
        bytes.get(plain);
        byte[] sealed = seal.seal(number, last, plain);
        number++;
        out.writeBoolean(last);
        out.writeInt(sealed.length);
        out.write(sealed);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(draft);
    }
}
