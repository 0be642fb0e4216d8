package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.privacy.DataCategory;
import java.util.Arrays;
import org.bson.types.Binary;

/**
 * A sealed payload as it is stored: the mark, the category of data, then the ciphertext. Where the person's key is not the
 * first of its category the category's upper bit is set, and the key's generation follows, seven bits a byte, lowest first.
 */
final class Seal {
    private static final int HEADER = 2;
    private static final int MORE = 0x80;
    private static final int BITS = 0x7f;

    private Seal() {}

    static Binary of(DataCategory category, int generation, byte[] said) {
        int header = HEADER + length(generation);
        byte[] stored = new byte[header + said.length];
        stored[0] = Payloads.SEALED;
        stored[1] = (byte) (generation == 0 ? category.number() : category.number() | MORE);
        int rest = generation;
        for (int at = HEADER; at < header; at++) {
            stored[at] = (byte) (at == header - 1 ? rest : (rest & BITS) | MORE);
            rest >>>= 7;
        }
        System.arraycopy(said, 0, stored, header, said.length);
        return new Binary(stored);
    }

    private static int length(int generation) {
        return (Integer.SIZE - Integer.numberOfLeadingZeros(generation) + 6) / 7;
    }

    /** Whether it is one, of a category that this version knows. */
    static boolean isReadable(byte[] stored) {
        return stored.length > HEADER && Payloads.isSealed(stored) && DataCategory.isKnown(stored[1] & BITS);
    }

    static DataCategory category(byte[] stored) {
        return DataCategory.of(stored[1] & BITS);
    }

    static int generation(byte[] stored) {
        int generation = 0;
        for (int at = HEADER; at < header(stored); at++) {
            generation |= (stored[at] & BITS) << (7 * (at - HEADER));
        }
        return generation;
    }

    static byte[] said(byte[] stored) {
        return Arrays.copyOfRange(stored, header(stored), stored.length);
    }

    /** Of one that was cut it is its length. */
    private static int header(byte[] stored) {
        if (stored[1] >= 0) {
            return HEADER;
        }
        int at = HEADER;
        while (at < stored.length - 1 && stored[at] < 0) {
            at++;
        }
        return at + 1;
    }
}
