package com.videowindow.patina.learning.recommender;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Numbers as bytes, the lowest first, on any machine. */
final class LittleEndianOutput implements Closeable {
    private final OutputStream out;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

    LittleEndianOutput(OutputStream out) {
        this.out = out;
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() throws IOException {
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    void writeInt(int value) throws IOException {
        room(Integer.BYTES).putInt(value);
    }

    void writeLong(long value) throws IOException {
        room(Long.BYTES).putLong(value);
    }

    void writeFloat(float value) throws IOException {
        room(Float.BYTES).putFloat(value);
    }

    void writeDouble(double value) throws IOException {
        room(Double.BYTES).putDouble(value);
    }

    void writeText(String value) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        writeInt(bytes.length);
        flush();
        out.write(bytes);
    }

    void writeInts(int[] values) throws IOException {
        for (int value : values) {
            writeInt(value);
        }
    }

    /** Ends what was written here; what is written to goes on. */
    @Override
    public void close() throws IOException {
        flush();
        out.flush();
    }
}
