package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Path;
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

    private final DraftedFile file;
    private final OutputStream buffered;
    private final GZIPOutputStream out;
    private final MessageDigest digest = Sha256.digest();

    private CopyWriter(DraftedFile file) throws IOException {
        this.file = file;
        this.buffered = new BufferedOutputStream(Channels.newOutputStream(file.channel()), BUFFER);
        this.out = new GZIPOutputStream(buffered, BUFFER);
    }

    /** @throws java.nio.file.FileAlreadyExistsException rather than touch it */
    static CopyWriter to(Path file) throws IOException {
        return new CopyWriter(DraftedFile.of(file));
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
        return file.publish();
    }

    private static RawBsonDocument raw(Document document) {
        BsonDocument bson = document.toBsonDocument(Document.class, CODECS);
        return new RawBsonDocument(bson, new BsonDocumentCodec());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
