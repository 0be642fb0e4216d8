package com.videowindow.patina.domain.model;

import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.LogPosition;
import java.util.HexFormat;

/**
 * Names a trained model: what it is and how much of the log it has seen, for example {@code cooccurrence@409600}; behind a
 * minus, how many people it is without, of whom something had just been hidden and who were to be heard again. One whose bytes
 * are stored is named by their SHA-256.
 */
public record ModelVersion(String value) {
    private static final char WITHOUT = '-';

    public ModelVersion {
        Check.identifier("model", value, 100);
    }

    /** @param unheard people who were left out until they are heard again */
    public static ModelVersion of(String kind, LogPosition seen, int unheard) {
        return new ModelVersion(kind + '@' + Math.max(0, seen.value()) + (unheard == 0 ? "" : WITHOUT + "" + unheard));
    }

    /** One whose bytes have this SHA-256. */
    public static ModelVersion ofDigest(byte[] sha256) {
        return new ModelVersion(HexFormat.of().formatHex(sha256));
    }

    @Override
    public String toString() {
        return value;
    }

    /** How many people were left out for the time being: who they were cannot be told from the log. */
    public int unheard() {
        int place = value.indexOf(WITHOUT, value.indexOf('@'));
        return place < 0 ? 0 : Integer.parseInt(value, place + 1, value.length(), 10);
    }
}
