package com.videowindow.patina.eventlog.privacy;

import com.videowindow.patina.eventlog.DraftedFile;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;

/** Writes documents as sealed frames: the header, then for each whether it is the last, its length and what it hides. */
final class SealedWriter implements AutoCloseable {
    private final DraftedFile file;
    private final DataOutputStream out;
    private final RecoverySeal seal;
    private long number;

    private SealedWriter(DraftedFile file, RecoverySeal seal) {
        this.file = file;
        this.seal = seal;
        this.out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file.channel())));
    }

    /** @throws java.nio.file.FileAlreadyExistsException rather than touch it */
    static SealedWriter to(Path file, RecoverySeal seal) throws IOException {
        SealedWriter writer = new SealedWriter(DraftedFile.of(file), seal);
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
        file.publish();
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
        file.close();
    }
}
