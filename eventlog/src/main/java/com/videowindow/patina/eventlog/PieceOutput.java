package com.videowindow.patina.eventlog;

import java.io.OutputStream;
import java.util.Arrays;

/** Cuts what is written into pieces; the last is given by {@link #end}. */
public final class PieceOutput extends OutputStream {
    private final Taker taker;
    private final byte[] piece;
    private int filled;
    private int number;

    public PieceOutput(int size, Taker taker) {
        this.piece = new byte[size];
        this.taker = taker;
    }

    /** Takes one piece after the other. */
    public interface Taker {
        void take(int number, byte[] bytes);
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        int done = 0;
        while (done < length) {
            int some = Math.min(length - done, piece.length - filled);
            System.arraycopy(bytes, from + done, piece, filled, some);
            filled += some;
            done += some;
            if (filled == piece.length) {
                end();
            }
        }
    }

    public void end() {
        if (filled > 0) {
            taker.take(number, Arrays.copyOf(piece, filled));
            number++;
            filled = 0;
        }
    }
}
