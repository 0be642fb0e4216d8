package com.videowindow.patina.embedded;

import com.github.luben.zstd.Zstd;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Documents as the bytes they travel in, large ones compressed: a document that holds many others repeats their field names.
 * Done here, by the threads of the commands, and not by the store, which would do it in the one commit that all wait for.
 * BSON begins with its length, of which no document has as much as a Zstandard frame's first bytes would say.
 */
final class Bson {
    private static final int LARGE = 2 << 10;
    private static final int FASTEST = 1;
    private static final int FRAME = 0xFD2FB528;
    private static final int LARGEST = 64 << 20;

    private Bson() {}

    static byte[] encode(Document document) {
        ByteBuf buffer = Unpooled.buffer(256);
        BsonEncoder.encodeDocument(document, buffer);
        byte[] bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        return bytes.length < LARGE ? bytes : Zstd.compress(bytes, FASTEST);
    }

    static Document decode(byte[] stored) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(isCompressed(stored) ? decompressed(stored) : stored));
    }

    private static boolean isCompressed(byte[] stored) {
        return ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN).getInt() == FRAME;
    }

    private static byte[] decompressed(byte[] stored) {
        long length = Zstd.getFrameContentSize(stored);
        if (length < 0 || length > LARGEST) {
            throw new IllegalStateException("a document says that it has " + length + " bytes");
        }
        return Zstd.decompress(stored, (int) length);
    }
}
