package com.videowindow.patina.benchmarks.log;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.dataformat.smile.databind.SmileMapper;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdDictCompress;
import com.github.luben.zstd.ZstdDictDecompress;
import com.videowindow.patina.json.PatinaJson;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * One way to store a payload.
 *
 * @param form what is packed: JSON as text, or one of its denser twins
 */
record Packing(String name, ObjectMapper form, UnaryOperator<byte[]> packing, UnaryOperator<byte[]> unpacking) {
    static final int LEVEL = 3;
    private static final ObjectMapper JSON = PatinaJson.mapper();
    private static final ObjectMapper SMILE = new SmileMapper();
    private static final ObjectMapper CBOR = new CBORMapper();
    private static final int ROOM = 1 << 18;

    byte[] pack(byte[] payload) {
        return packing.apply(payload);
    }

    byte[] unpack(byte[] packed) {
        return unpacking.apply(packed);
    }

    /** The same payload in this form. */
    byte[] formed(byte[] json) throws IOException {
        return formed(json, form);
    }

    static byte[] formed(byte[] json, ObjectMapper form) throws IOException {
        return form == JSON ? json : form.writeValueAsBytes(JSON.readTree(json));
    }

    /**
     * @param trained the dictionary in use
     * @param examples the text of all examples, which both compressors take as a dictionary too
     * @param training answers a dictionary trained on payloads in a form
     */
    static List<Packing> all(byte[] trained, byte[] examples, Function<ObjectMapper, byte[]> training) {
        return List.of(
                plain("plain", JSON),
                plain("smile", SMILE),
                plain("cbor", CBOR),
                zstd("zstd", JSON, new byte[0]),
                zstd("zstd, examples", JSON, examples),
                zstd("zstd, trained: in use", JSON, trained),
                zstd("smile, zstd, trained", SMILE, training.apply(SMILE)),
                zstd("cbor, zstd, trained", CBOR, training.apply(CBOR)),
                deflate("deflate, examples", examples));
    }

    private static Packing plain(String name, ObjectMapper form) {
        return new Packing(name, form, payload -> payload, payload -> payload);
    }

    private static Packing zstd(String name, ObjectMapper form, byte[] dictionary) {
        ZstdCompressCtx to = new ZstdCompressCtx().setLevel(LEVEL).setDictID(false);
        ZstdDecompressCtx from = new ZstdDecompressCtx();
        if (dictionary.length > 0) {
            to.loadDict(new ZstdDictCompress(dictionary, LEVEL));
            from.loadDict(new ZstdDictDecompress(dictionary));
        }
        return new Packing(
                name, form, to::compress, packed -> from.decompress(packed, (int) Zstd.getFrameContentSize(packed)));
    }

    private static Packing deflate(String name, byte[] dictionary) {
        Deflater to = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        Inflater from = new Inflater(true);
        byte[] room = new byte[ROOM];
        return new Packing(
                name,
                JSON,
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
