package com.videowindow.patina.eventlog;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Whether bytes are BSON at all, of the few types that blocks use. Looked at before anything is decoded: a decoder takes
 * every length for true, and one flipped bit in it makes it ask for two gigabytes.
 */
final class Shape {
    private static final int DEEPEST = 4;
    private static final int INT = Integer.BYTES;

    private final ByteBuffer bytes;

    private Shape(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException when they are not */
    static void require(ByteBuffer document) {
        Shape shape = new Shape(document.slice().order(ByteOrder.LITTLE_ENDIAN));
        shape.document(0);
        require(!shape.bytes.hasRemaining(), "something follows its end");
    }

    private void document(int depth) {
        require(depth <= DEEPEST, "it is nested too deep");
        int start = bytes.position();
        int end = start + length(INT + 1);
        while (bytes.position() < end - 1) {
            byte type = bytes.get();
            byte letter = type;
            while (letter != 0) {
                require(bytes.position() < end, "a name does not end");
                letter = bytes.get();
            }
            value(type, depth);
            require(bytes.position() < end, "a value does not end");
        }
        require(bytes.position() == end - 1 && bytes.get() == 0, "a document does not end");
    }

    private void value(byte type, int depth) {
        switch (type) {
            case 0x02 -> {
                skip(length(1) - 1);
                require(bytes.get() == 0, "a text does not end");
            }
            case 0x03, 0x04 -> document(depth + 1);
            case 0x05 -> {
                int length = length(0);
                require(bytes.get() == 0, "its bytes say that they are something else");
                skip(length);
            }
            case 0x09, 0x12 -> skip(Long.BYTES);
            default -> throw new IllegalArgumentException("it has a value of a type that blocks do not have");
        }
    }

    /** What is said to follow, and does. */
    private int length(int least) {
        require(bytes.remaining() >= INT, "it ends too early");
        int length = bytes.getInt();
        require(length >= least && length <= bytes.remaining() + INT, "it has a length that is not its own");
        return length;
    }

    private void skip(int length) {
        require(length <= bytes.remaining(), "it ends too early");
        bytes.position(bytes.position() + length);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
