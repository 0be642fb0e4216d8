package com.videowindow.patina.eventlog;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.zip.GZIPOutputStream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.types.Binary;

/**
 * Writes a copy of the log: gzip over BSON documents one after the other, as MongoDB's own dumps have them: where it
 * starts, the blocks byte for byte as they are stored, and at the end the signed checkpoint and the SHA-256 of all before.
 */
final class CopyWriter implements AutoCloseable {
    private static final CodecRegistry CODECS = com.mongodb.MongoClientSettings.getDefaultCodecRegistry();
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Path draft;
    private final FileChannel channel;
    private final OutputStream buffered;
    private final GZIPOutputStream out;
    private final MessageDigest digest = Hash.digest();

    private CopyWriter(Path file, Path draft, FileChannel channel) throws IOException {
        this.file = file;
        this.draft = draft;
        this.channel = channel;
        this.buffered = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
        this.out = new GZIPOutputStream(buffered, BUFFER);
    }

    /** @throws FileAlreadyExistsException rather than touch it */
    static CopyWriter to(Path file) throws IOException {
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
        return new CopyWriter(file, draft, FileChannel.open(draft, StandardOpenOption.WRITE));
    }

    void start(CopyStart start) throws IOException {
        write(raw(start.document()));
    }

    void write(RawBsonDocument block) throws IOException {
        ByteBuffer bytes = block.getByteBuffer().asNIO();
        digest.update(bytes.duplicate());
        out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    }

    /** @return bytes of the file, which is there now and durable */
    long finish(String checkpoint) throws IOException {
        Binary sum = new Binary(digest.digest());
        write(raw(new Document("end", checkpoint).append("sha256", sum)));
        out.finish();
        buffered.flush();
        channel.force(true);
        Files.createLink(file, draft);
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent())) {
            folder.force(true);
        }
        return channel.size();
    }

    private static RawBsonDocument raw(Document document) {
        BsonDocument bson = document.toBsonDocument(Document.class, CODECS);
        return new RawBsonDocument(bson, new BsonDocumentCodec());
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(draft);
    }
}
