package com.videowindow.patina.eventlog.privacy;

import com.videowindow.patina.domain.Sha256;
import com.videowindow.patina.domain.privacy.DataCategory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * What one person's keys are derived from: a part for each category of data, and of a category the former ones too while a
 * part of what rests under them is about to go. New facts are sealed under the newest generation of their category.
 */
record PersonSecret(List<Part> parts) {
    static final int BYTES = 32;
    private static final int STORED_BYTES = 1 + Integer.BYTES + BYTES;

    /** @param generation 0 for the first, one more each time that a part of what was sealed is erased */
    record Part(int category, int generation, Binary bytes) {}

    static PersonSecret fresh() {
        List<Part> parts = new ArrayList<>();
        for (DataCategory category : DataCategory.values()) {
            parts.add(fresh(category, 0));
        }
        return new PersonSecret(parts);
    }

    private static Part fresh(DataCategory category, int generation) {
        return new Part(category.number(), generation, new Binary(Randomness.bytes(BYTES)));
    }

    static PersonSecret of(Binary stored) {
        ByteBuffer in = ByteBuffer.wrap(stored.getData());
        List<Part> parts = new ArrayList<>();
        while (in.hasRemaining()) {
            int category = in.get();
            int generation = in.getInt();
            byte[] bytes = new byte[BYTES];
            in.get(bytes);
            parts.add(new Part(category, generation, new Binary(bytes)));
        }
        return new PersonSecret(parts);
    }

    byte[] stored() {
        ByteBuffer out = ByteBuffer.allocate(parts.size() * STORED_BYTES);
        for (Part part : parts) {
            out.put((byte) part.category())
                    .putInt(part.generation())
                    .put(part.bytes().getData());
        }
        return out.array();
    }

    Optional<Part> part(DataCategory category, int generation) {
        for (Part part : parts) {
            if (part.category() == category.number() && part.generation() == generation) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    /** The part under which facts of this category are sealed now; absent for a category that came after this secret. */
    @Nullable
    Part newest(DataCategory category) {
        Part newest = null;
        for (Part part : parts) {
            if (part.category() == category.number() && (newest == null || part.generation() > newest.generation())) {
                newest = part;
            }
        }
        return newest;
    }

    /** With one generation more of these. */
    PersonSecret turned(Collection<DataCategory> categories) {
        List<Part> all = new ArrayList<>(parts);
        for (DataCategory category : categories) {
            Part newest = newest(category);
            all.add(fresh(category, newest == null ? 0 : newest.generation() + 1));
        }
        return new PersonSecret(all);
    }

    /** Those parts that are of these categories and of these generations or earlier ones. */
    List<Part> former(Map<DataCategory, Integer> through) {
        return parts.stream().filter(isFormer(through)).toList();
    }

    PersonSecret without(Map<DataCategory, Integer> through) {
        return new PersonSecret(
                parts.stream().filter(isFormer(through).negate()).toList());
    }

    /** Without those that went, so far as a newer one shows that they did. */
    PersonSecret past(Map<DataCategory, Integer> former) {
        Map<DataCategory, Integer> behind = new EnumMap<>(DataCategory.class);
        former.forEach((category, generation) -> {
            Part newest = newest(category);
            if (newest != null && newest.generation() > generation) {
                behind.put(category, generation);
            }
        });
        return without(behind);
    }

    /** What both have, and what one of them has not come to yet. */
    PersonSecret joined(PersonSecret other) {
        return new PersonSecret(Stream.concat(
                        parts.stream().filter(part -> !other.isPast(part)),
                        other.parts.stream().filter(part -> !isPast(part) && !hasOne(part)))
                .toList());
    }

    private boolean hasOne(Part like) {
        return parts.stream()
                .anyMatch(part -> part.category() == like.category() && part.generation() == like.generation());
    }

    /** Generations follow one another, and only go by being destroyed. */
    private boolean isPast(Part other) {
        return !hasOne(other)
                && parts.stream()
                        .anyMatch(
                                part -> part.category() == other.category() && part.generation() > other.generation());
    }

    private static Predicate<Part> isFormer(Map<DataCategory, Integer> through) {
        return part -> DataCategory.isKnown(part.category())
                && part.generation() <= through.getOrDefault(DataCategory.of(part.category()), -1);
    }

    /** SHA-256 in hex, which tells of no secret. */
    static String fingerprint(byte[] secret) {
        return Sha256.hex(secret);
    }
}
