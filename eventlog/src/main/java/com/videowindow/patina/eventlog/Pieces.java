package com.videowindow.patina.eventlog;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Reads what rests in pieces, of which one is in memory. */
public abstract class Pieces extends InputStream {
    private final int count;
    private byte[] piece = {};
    private int next;
    private int read;

    protected Pieces(int count) {
        this.count = count;
    }

    /** @throws IOException also where it is gone, or is not the one that was stored */
    protected abstract byte[] piece(int number) throws IOException;

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public final int read(byte[] into, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, into.length);
        while (length > 0 && read == piece.length) {
            if (next == count) {
                return -1;
            }
            piece = piece(next);
            read = 0;
            next++;
        }
        int some = Math.min(length, piece.length - read);
        System.arraycopy(piece, read, into, from, some);
        read += some;
        return some;
    }
}
