package com.videowindow.patina.domain.part;

import com.videowindow.patina.domain.LogPosition;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.StringJoiner;
import java.util.StringTokenizer;
import java.util.TreeSet;

/**
 * Places in the log, as the distances between them in base 36: about four characters each, so that those of somebody's
 * whole life fit into one event. At most {@value #MOST}.
 */
public record Places(String packed) {
    /** Two megabytes, of the sixteen that a block of the log may have. */
    public static final int MOST = 500_000;

    public static final Places NONE = new Places("");

    public Places {
        if (packed.length() > MOST * 16) {
            throw new IllegalArgumentException("places must be at most " + MOST);
        }
    }

    /** @throws IllegalArgumentException when there are too many */
    public static Places of(Collection<LogPosition> positions) {
        if (positions.size() > MOST) {
            throw new IllegalArgumentException("places must be at most " + MOST);
        }
        StringJoiner packed = new StringJoiner(" ");
        long last = LogPosition.START.value();
        for (LogPosition position : new TreeSet<>(positions)) {
            packed.add(Long.toString(position.value() - last, Character.MAX_RADIX));
            last = position.value();
        }
        return new Places(packed.toString());
    }

    /** In order. */
    public Set<LogPosition> positions() {
        Set<LogPosition> positions = new TreeSet<>();
        StringTokenizer distances = new StringTokenizer(packed, " ");
        long last = LogPosition.START.value();
        while (distances.hasMoreTokens()) {
            last += Long.parseLong(distances.nextToken(), Character.MAX_RADIX);
            positions.add(new LogPosition(last));
        }
        return Collections.unmodifiableSet(positions);
    }
}
