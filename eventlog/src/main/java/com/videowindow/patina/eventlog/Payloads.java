package com.videowindow.patina.eventlog;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdDictCompress;
import com.github.luben.zstd.ZstdDictDecompress;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Payloads as they are stored: JSON, compressed one by one against a dictionary that knows how our events look.
 *
 * <p>One by one, since a person's events will be encrypted with a key of their own, and what is encrypted cannot be
 * compressed any more, neither by a block nor by the server. Alone, 500 bytes hold little to compress; with the dictionary
 * (Zstandard, RFC 8878, trained on made-up events, so that it holds nothing of anybody) they become about 130 in 2 µs, and
 * are themselves again in 1 µs. {@code patina bench payloads} measures that beside the alternatives and trains.
 *
 * <p>The first byte names the dictionary; one that is ever written stays. JSON begins otherwise, so what was stored plain,
 * as what is too short to gain still is, needs no mark.
 */
final class Payloads {
    private static final byte VERSION = 1;
    private static final int LEVEL = 3;
    private static final int LEAST = 48;
    /** The mark, then what a frame says of itself; the library reads that without looking whether it is there. */
    private static final int SHORTEST = 1 + 18;

    private static final int LARGEST = 16 << 20;

    private static final byte[] DICTIONARY = dictionary(VERSION);
    private static final ZstdDictCompress TO = new ZstdDictCompress(DICTIONARY, LEVEL);
    private static final ZstdDictDecompress FROM = new ZstdDictDecompress(DICTIONARY);
    /** Contexts are costly to make and belong to one thread at a time. */
    private static final Queue<ZstdCompressCtx> PACKING = new ConcurrentLinkedQueue<>();

    private static final Queue<ZstdDecompressCtx> UNPACKING = new ConcurrentLinkedQueue<>();

    private Payloads() {}

    private static byte[] dictionary(int version) {
        try (InputStream in = Payloads.class.getResourceAsStream("payloads." + version + ".dictionary")) {
            return Objects.requireNonNull(in, "the dictionary is missing").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] packed(byte[] json) {
        if (json.length < LEAST) {
            return json;
        }
        ZstdCompressCtx known = PACKING.poll();
        ZstdCompressCtx context =
                known == null ? new ZstdCompressCtx().loadDict(TO).setDictID(false) : known;
        byte[] packed = new byte[1 + (int) Zstd.compressBound(json.length)];
        packed[0] = VERSION;
        int length = context.compressByteArray(packed, 1, packed.length - 1, json, 0, json.length);
        PACKING.add(context);
        return 1 + length < json.length ? Arrays.copyOf(packed, 1 + length) : json;
    }

    /** @throws IllegalStateException when it was stored by a later version, or is no payload at all */
    static byte[] unpacked(byte[] stored) {
        if (stored.length == 0 || isText(stored[0])) {
            return stored;
        }
        if (stored[0] != VERSION) {
            throw new IllegalStateException("a payload is stored in form " + stored[0] + ", which is not known here");
        }
        if (stored.length < SHORTEST) {
            throw new IllegalStateException("a payload of " + stored.length + " bytes was cut");
        }
        long length = Zstd.getFrameContentSize(stored, 1, stored.length - 1);
        if (length < LEAST || length > LARGEST) {
            throw new IllegalStateException("a payload says that it has " + length + " bytes");
        }
        ZstdDecompressCtx known = UNPACKING.poll();
        ZstdDecompressCtx context = known == null ? new ZstdDecompressCtx().loadDict(FROM) : known;
        try {
            byte[] json = new byte[(int) length];
            context.decompressByteArray(json, 0, json.length, stored, 1, stored.length - 1);
            UNPACKING.add(context);
            return json;
        } catch (ZstdException e) {
            context.close();
            throw new IllegalStateException("a payload cannot be read", e);
        }
    }

    private static boolean isText(byte first) {
        return first >= ' ' || first == '\t' || first == '\n' || first == '\r';
    }
}
