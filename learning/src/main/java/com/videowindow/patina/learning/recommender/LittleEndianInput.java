package com.videowindow.patina.learning.recommender;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** What {@link LittleEndianOutput} wrote; reads no byte more than is asked for. */
final class LittleEndianInput {
    private static final int AT_ONCE = 1 << 16;

    private final InputStream in;

    LittleEndianInput(InputStream in) {
        this.in = in;
    }

    private ByteBuffer bytes(int count) throws IOException {
        byte[] read = in.readNBytes(count);
        if (read.length < count) {
            throw new EOFException("a model ends too early");
        }
        return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
    }

    int readInt() throws IOException {
        return bytes(Integer.BYTES).getInt();
    }

    /** A number of things, which altered bytes must not make room for without end. */
    int readCount(int most) throws IOException {
        int count = readInt();
        if (count < 0 || count > most) {
            throw new IOException("a model cannot hold so much");
        }
        return count;
    }

    long readLong() throws IOException {
        return bytes(Long.BYTES).getLong();
    }

    double readDouble() throws IOException {
        return bytes(Double.BYTES).getDouble();
    }

    String readText(int most) throws IOException {
        return new String(bytes(readCount(most)).array(), StandardCharsets.UTF_8);
    }

    int[] readInts(int count) throws IOException {
        int[] values = new int[count];
        for (int from = 0; from < count; from += AT_ONCE) {
            int some = Math.min(AT_ONCE, count - from);
            bytes(some * Integer.BYTES).asIntBuffer().get(values, from, some);
        }
        return values;
    }

    float[] readFloats(int count) throws IOException {
        float[] values = new float[count];
        for (int from = 0; from < count; from += AT_ONCE) {
            int some = Math.min(AT_ONCE, count - from);
            bytes(some * Float.BYTES).asFloatBuffer().get(values, from, some);
        }
        return values;
    }

    double[] readDoubles(int count) throws IOException {
        double[] values = new double[count];
        bytes(count * Double.BYTES).asDoubleBuffer().get(values);
        return values;
    }
}
