package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.SubjectId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is stored.
 *
 * @param key its stream and sequence; an event without an aggregate is a stream of its own
 * @param type stored name, never a class name
 * @param at when it was published, in milliseconds since 1970
 * @param aggregate kind of the aggregate; absent for an event that none published
 * @param subject whom it is about; absent when about nobody
 * @param payload what it says, as {@link Payloads} stores it; under encryption, the ciphertext of that
 * @param metadata JSON; absent when empty
 * @param leaf its leaf in the tree
 */
record LoggedEvent(
        String key,
        String id,
        String type,
        String revision,
        long at,
        @Nullable String aggregate,
        @Nullable String subject,
        Binary payload,
        @Nullable String metadata,
        Hash leaf) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Adds the leaf that belongs to the other values. */
    static LoggedEvent of(
            String key,
            String id,
            String type,
            String revision,
            long at,
            @Nullable String aggregate,
            @Nullable String subject,
            Binary payload,
            @Nullable String metadata) {
        return new LoggedEvent(key, id, type, revision, at, aggregate, subject, payload, metadata, Hash.ZERO).leafed();
    }

    /** With the leaf that belongs to the other values. */
    LoggedEvent leafed() {
        return new LoggedEvent(key, id, type, revision, at, aggregate, subject, payload, metadata, computedLeaf());
    }

    /** The same with another payload, and the leaf that it had. */
    LoggedEvent saying(Binary other) {
        return new LoggedEvent(key, id, type, revision, at, aggregate, subject, other, metadata, leaf);
    }

    /** What is read in its place. */
    LoggedEvent as(EventNames.StoredName name, Binary other) {
        return new LoggedEvent(key, id, name.name(), name.revision(), at, aggregate, subject, other, metadata, leaf);
    }

    /** RFC 6962 leaf over clear header and hash of the payload, so that a removed payload can still be verified. */
    Hash computedLeaf() {
        return Tree.leaf(header(), payloadHash());
    }

    /** What the leaf is made of, in the words of RFC 6962 the entry: the clear header, then the hash of the payload. */
    byte[] entry() {
        byte[] header = header();
        byte[] entry = Arrays.copyOf(header, header.length + Hash.LENGTH);
        System.arraycopy(payloadHash().bytes(), 0, entry, header.length, Hash.LENGTH);
        return entry;
    }

    private Hash payloadHash() {
        return Hash.sha256(payload.getData());
    }

    private byte[] header() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(1);
            write(out, key);
            write(out, id);
            write(out, type);
            write(out, revision);
            out.writeLong(at);
            write(out, aggregate);
            write(out, subject);
            write(out, metadata);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Whose ids stand in the entry; the last word of a stream's name may be the id of something else. */
    Set<SubjectId> named() {
        String stream = EventKey.parse(key).stream();
        String last = stream.substring(stream.lastIndexOf('/') + 1);
        return Pattern.compile(" ")
                .splitAsStream(subject == null ? last : subject + ' ' + last)
                .filter(word -> ID.matcher(word).matches())
                .map(SubjectId::of)
                .collect(Collectors.toSet());
    }

    /** About how much of a block it takes. */
    int size() {
        return payload.length() + (metadata == null ? 0 : metadata.length()) + 2 * key.length() + 200;
    }
}
