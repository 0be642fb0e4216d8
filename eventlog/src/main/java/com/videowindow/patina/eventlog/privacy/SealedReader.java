package com.videowindow.patina.eventlog.privacy;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;

/** Reads what {@link SealedWriter} wrote, as often as is asked for; hands on nothing that was not written so. */
final class SealedReader {
    /** A thousand of the longest entries there are, evictions of keys that were full, have about 15 MB. */
    private static final int LONGEST = 32 << 20;

    private final Path file;
    private final RecoverySeal seal;

    private SealedReader(Path file, RecoverySeal seal) {
        this.file = file;
        this.seal = seal;
    }

    static SealedReader of(Path file, char[] recoveryKey) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            return new SealedReader(file, RecoverySeal.of(in.readNBytes(RecoverySeal.HEADER_BYTES), recoveryKey));
        }
    }

    /** @return the end, which is there only if everything is */
    Document read(Consumer<Document> each) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.skipNBytes(RecoverySeal.HEADER_BYTES);
            for (long number = 0; ; number++) {
                boolean last = isLast(in.readUnsignedByte());
                Document document = document(seal.open(number, last, sealed(in)));
                if (last) {
                    if (in.read() >= 0) {
                        throw new UnreadableBackup("this backup of keys was altered: it goes on after its end");
                    }
                    return document;
                }
                each.accept(document);
            }
        } catch (EOFException e) {
            throw new UnreadableBackup("this backup of keys is cut off");
        }
    }

    /** Anything but what is written would be a file that was altered and is taken all the same. */
    private static boolean isLast(int flag) {
        return switch (flag) {
            case 0 -> false;
            case 1 -> true;
            default -> throw new UnreadableBackup("this backup of keys was altered");
        };
    }

    private static byte[] sealed(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < RecoverySeal.TAG_BYTES || length > LONGEST) {
            throw new UnreadableBackup("this backup of keys was altered, or parts of it are missing");
        }
        byte[] sealed = in.readNBytes(length);
        if (sealed.length < length) {
            throw new EOFException();
        }
        return sealed;
    }

    private static Document document(byte[] plain) {
        return new RawBsonDocument(plain).decode(new DocumentCodec());
    }
}
