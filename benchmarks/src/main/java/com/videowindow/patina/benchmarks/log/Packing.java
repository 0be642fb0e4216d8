package com.videowindow.patina.benchmarks.log;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdDictCompress;
import com.github.luben.zstd.ZstdDictDecompress;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** One way to store a payload. */
record Packing(String name, UnaryOperator<byte[]> packing, UnaryOperator<byte[]> unpacking) {
    static final int LEVEL = 3;
    private static final int ROOM = 1 << 18;

    byte[] pack(byte[] payload) {
        return packing.apply(payload);
    }

    byte[] unpack(byte[] packed) {
        return unpacking.apply(packed);
    }

    /**
     * @param trained the dictionary in use
     * @param examples the text of all examples, which both compressors take as a dictionary too
     */
    static List<Packing> all(byte[] trained, byte[] examples) {
        return List.of(
                new Packing("plain", payload -> payload, payload -> payload),
                zstd("zstd", new byte[0]),
                zstd("zstd, examples", examples),
                zstd("zstd, trained: in use", trained),
                deflate("deflate, examples", examples));
    }

    private static Packing zstd(String name, byte[] dictionary) {
        ZstdCompressCtx to = new ZstdCompressCtx().setLevel(LEVEL).setDictID(false);
        ZstdDecompressCtx from = new ZstdDecompressCtx();
        if (dictionary.length > 0) {
            to.loadDict(new ZstdDictCompress(dictionary, LEVEL));
            from.loadDict(new ZstdDictDecompress(dictionary));
        }
        return new Packing(
                name, to::compress, packed -> from.decompress(packed, (int) Zstd.getFrameContentSize(packed)));
    }

    private static Packing deflate(String name, byte[] dictionary) {
        Deflater to = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        Inflater from = new Inflater(true);
        byte[] room = new byte[ROOM];
        return new Packing(
                name,
                payload -> {
                    to.reset();
                    to.setDictionary(dictionary);
                    to.setInput(payload);
                    to.finish();
                    return Arrays.copyOf(room, to.deflate(room));
                },
                packed -> {
                    from.reset();
                    from.setDictionary(dictionary);
                    from.setInput(packed);
                    try {
                        return Arrays.copyOf(room, from.inflate(room));
                    } catch (DataFormatException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
