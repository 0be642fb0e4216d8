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
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Payloads as they are stored: JSON, compressed one by one against a dictionary that knows how our events look.
 *
 * <p>One by one, since a person's events will be encrypted with a key of their own, and what is encrypted cannot be
 * compressed any more, neither by a block nor by the server. Alone, 500 bytes hold little to compress; with the dictionary
 * (Zstandard, RFC 8878, trained on made-up events, so that it holds nothing of anybody) they become about 130 in 2 µs, and
 * are themselves again in 1 µs. {@code patina bench payloads} measures that beside the alternatives and trains.
 *
 * <p>The first byte names the dictionary; one that is ever written stays. JSON begins otherwise, so what was stored plain,
 * as what is too short to gain still is, needs no mark. That leaves the numbers 3 to 8, 11, 12, 14 to 31 and 128 to 255:
 * every version that there ever was takes the others for text.
 */
final class Payloads {
    private static final byte VERSION = form(1);
    /** What {@link Seals} sealed: under the seal is one of the other forms. */
    static final byte SEALED = form(2);

    private static final int LEVEL = 3;
    private static final int LEAST = 48;
    /** The mark, then what a frame says of itself; the library reads that without looking whether it is there. */
    private static final int SHORTEST = 1 + 18;

    private static final int LARGEST = 16 << 20;

    private static final byte[] DICTIONARY = dictionary(VERSION);
    private static final ZstdDictCompress TO = new ZstdDictCompress(DICTIONARY, LEVEL);
    private static final ZstdDictDecompress FROM = new ZstdDictDecompress(DICTIONARY);
    private static final Contexts<ZstdCompressCtx> PACKING =
            new Contexts<>(() -> new ZstdCompressCtx().loadDict(TO).setDictID(false), ZstdCompressCtx::close);
    private static final Contexts<ZstdDecompressCtx> UNPACKING =
            new Contexts<>(() -> new ZstdDecompressCtx().loadDict(FROM), ZstdDecompressCtx::close);

    /**
     * Contexts are costly to make, outside of the heap, and belong to one thread at a time. There are never more than
     * threads that were at it at once: nothing is waited for while one is away, so a virtual thread keeps its carrier. One
     * that failed is closed, since nobody else would free it.
     */
    private record Contexts<C>(Queue<C> idle, Supplier<C> made, Consumer<C> closing) {
        Contexts(Supplier<C> made, Consumer<C> closing) {
            this(new ConcurrentLinkedQueue<>(), made, closing);
        }

        int use(ToIntFunction<C> work) {
            C known = idle.poll();
            C context = known == null ? made.get() : known;
            try {
                int result = work.applyAsInt(context);
                idle.add(context);
                return result;
            } catch (RuntimeException | Error e) {
                closing.accept(context);
                throw e;
            }
        }
    }

    private Payloads() {}

    /** One that text cannot be taken for. */
    static byte form(int number) {
        byte form = (byte) number;
        if (number < 1 || number > 255 || isText(form)) {
            throw new IllegalArgumentException("form " + number + " would be read as text");
        }
        return form;
    }

    /** Whether this version can tell what is stored so; false for one that a later version stored. */
    static boolean isKnown(byte[] stored) {
        return stored.length == 0 || isText(stored[0]) || stored[0] == VERSION || isSealed(stored);
    }

    static boolean isSealed(byte[] stored) {
        return stored.length > 0 && stored[0] == SEALED;
    }

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
        byte[] packed = new byte[1 + (int) Zstd.compressBound(json.length)];
        packed[0] = VERSION;
        int length =
                PACKING.use(context -> context.compressByteArray(packed, 1, packed.length - 1, json, 0, json.length));
        return 1 + length < json.length ? Arrays.copyOf(packed, 1 + length) : json;
    }

    /** @throws IllegalStateException when it was stored by a later version, or is no payload at all */
    static byte[] unpacked(byte[] stored) {
        if (stored.length == 0 || isText(stored[0])) {
            return stored;
        }
        if (isSealed(stored)) {
            throw new IllegalStateException("a payload is sealed, and its key is not here or it was altered");
        }
        if (!isKnown(stored)) {
            throw new IllegalStateException(
                    "a payload is stored in form " + Byte.toUnsignedInt(stored[0]) + ", which is not known here");
        }
        if (stored.length < SHORTEST) {
            throw new IllegalStateException("a payload of " + stored.length + " bytes was cut");
        }
        long length = Zstd.getFrameContentSize(stored, 1, stored.length - 1);
        if (length < LEAST || length > LARGEST) {
            throw new IllegalStateException("a payload says that it has " + length + " bytes");
        }
        byte[] json = new byte[(int) length];
        try {
            UNPACKING.use(context -> context.decompressByteArray(json, 0, json.length, stored, 1, stored.length - 1));
            return json;
        } catch (ZstdException e) {
            throw new IllegalStateException("a payload cannot be read", e);
        }
    }

    private static boolean isText(byte first) {
        return first >= ' ' || first == '\t' || first == '\n' || first == '\r';
    }
}
