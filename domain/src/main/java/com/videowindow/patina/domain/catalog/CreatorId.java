package com.videowindow.patina.domain.catalog;

import com.videowindow.patina.domain.Check;

/** Who made it, by a public handle of theirs: shown to everybody, and nobody's user id. */
public record CreatorId(String value) implements Comparable<CreatorId> {
    public CreatorId {
        Check.identifier("creatorId", value, 64);
    }

    @Override
    public int compareTo(CreatorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
