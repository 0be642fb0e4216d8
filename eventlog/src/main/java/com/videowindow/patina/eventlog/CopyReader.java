package com.videowindow.patina.eventlog;

import com.mongodb.MongoClientSettings;
import com.videowindow.patina.domain.Sha256;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.jspecify.annotations.Nullable;

/** Reads what {@link CopyWriter} wrote. Nothing of a file is believed: a length is looked at before that much is read. */
final class CopyReader implements AutoCloseable {
    private static final int LARGEST = 17 << 20;
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final InputStream in;
    private final MessageDigest digest = Sha256.digest();
    private final CopyStart start;
    private @Nullable Note checkpoint;

    private CopyReader(Path file, InputStream in) throws IOException {
        this.file = file;
        this.in = in;
        RawBsonDocument first = document();
        try {
            start = CopyStart.of(first.decode(new DocumentCodec(MongoClientSettings.getDefaultCodecRegistry())));
        } catch (RuntimeException e) {
            throw unreadable("its beginning cannot be read: " + e.getMessage());
        }
        digest.update(bytes(first));
    }

    static CopyReader of(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        try {
            return new CopyReader(file, new GZIPInputStream(raw, BUFFER));
        } catch (ZipException | EOFException e) {
            raw.close();
            throw unreadable(file, "it is not a copy of a log");
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    CopyStart start() {
        return start;
    }

    /** The next block, unchecked; null at the end, which is there and right then. */
    @Nullable
    RawBsonDocument block() throws IOException {
        RawBsonDocument next = document();
        BsonValue end = next.get("end");
        if (end == null) {
            digest.update(bytes(next));
            return next;
        }
        if (!end.isString()
                || !next.isBinary("sha256")
                || !Arrays.equals(digest.digest(), next.getBinary("sha256").getData())) {
            throw unreadable("its bytes are not those that were written");
        }
        requireEnd();
        try {
            checkpoint = Note.parse(end.asString().getValue());
        } catch (IllegalArgumentException e) {
            throw unreadable("its checkpoint cannot be read: " + e.getMessage());
        }
        return null;
    }

    /** Of the log up to the last block; known once there are no more blocks. */
    Note checkpoint() {
        if (checkpoint == null) {
            throw new IllegalStateException("the copy was not read to its end");
        }
        return checkpoint;
    }

    private RawBsonDocument document() throws IOException {
        try {
            byte[] length = exactly(Integer.BYTES);
            int size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
            if (size <= Integer.BYTES || size > LARGEST) {
                throw unreadable("a block has a length that is not its own");
            }
            byte[] whole = Arrays.copyOf(length, size);
            System.arraycopy(exactly(size - length.length), 0, whole, length.length, size - length.length);
            Shape.require(ByteBuffer.wrap(whole));
            return new RawBsonDocument(whole);
        } catch (EOFException e) {
            throw unreadable("it ends too early");
        } catch (ZipException | IllegalArgumentException e) {
            throw unreadable(String.valueOf(e.getMessage()));
        }
    }

    private void requireEnd() throws IOException {
        try {
            if (in.read() >= 0) {
                throw unreadable("something follows its end");
            }
        } catch (EOFException | ZipException e) {
            throw unreadable("it ends too early, or its checksum is not its own");
        }
    }

    private byte[] exactly(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException();
        }
        return bytes;
    }

    private static ByteBuffer bytes(RawBsonDocument document) {
        return document.getByteBuffer().asNIO();
    }

    private UnreadableCopy unreadable(String why) {
        return unreadable(file, why);
    }

    private static UnreadableCopy unreadable(Path file, String why) {
        return new UnreadableCopy(file.getFileName() + ": " + why);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
