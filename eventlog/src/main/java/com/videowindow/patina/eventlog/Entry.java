package com.videowindow.patina.eventlog;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads an entry as {@link LoggedEvent#entry()} writes it: what a leaf says, in words. */
final class Entry {
    private Entry() {}

    /** @throws IllegalArgumentException when it is not one of ours */
    static Map<String, String> words(byte[] entry) {
        Map<String, String> words = new LinkedHashMap<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(entry))) {
            if (in.readByte() != 1) {
                throw new IllegalArgumentException("this entry is of a form that is not known here");
            }
            for (String name : new String[] {"key", "id", "type", "revision"}) {
                read(in, name, words);
            }
            words.put("at", Instant.ofEpochMilli(in.readLong()).toString());
            for (String name : new String[] {"aggregate", "subject", "metadata"}) {
                read(in, name, words);
            }
            words.put("payload sha-256", Hash.of(in.readAllBytes()).toString());
            return words;
        } catch (IOException e) {
            throw new IllegalArgumentException("this entry ends too early", e);
        }
    }

    private static void read(DataInputStream in, String name, Map<String, String> words) throws IOException {
        int length = in.readInt();
        if (length > in.available()) {
            throw new IllegalArgumentException("this entry ends too early");
        }
        if (length > 0) {
            words.put(name, new String(in.readNBytes(length), StandardCharsets.UTF_8));
        }
    }
}
