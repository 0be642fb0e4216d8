package com.videowindow.patina.eventlog.privacy;

import com.videowindow.patina.domain.SubjectId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * What the directory has of one user: whom they are in the log, and whether they left before.
 *
 * @param subject absent from an erasure on until they come back
 * @param left absent where they never did, or it was long enough ago
 */
record Person(@Nullable SubjectId subject, @Nullable Left left) {
    private static final UUID NOBODY = new UUID(0, 0);

    /**
     * Messages from before are another's, who is erased.
     *
     * @param until when such messages are not to be expected any more
     */
    record Left(Instant at, Instant until) {}

    static Person of(Binary stored) {
        ByteBuffer in = ByteBuffer.wrap(stored.getData());
        UUID id = new UUID(in.getLong(), in.getLong());
        Left left = in.hasRemaining()
                ? new Left(Instant.ofEpochMilli(in.getLong()), Instant.ofEpochMilli(in.getLong()))
                : null;
        return new Person(id.equals(NOBODY) ? null : new SubjectId(id), left);
    }

    byte[] bytes() {
        UUID id = subject == null ? NOBODY : subject.value();
        ByteBuffer out = ByteBuffer.allocate((left == null ? 2 : 4) * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        if (left != null) {
            out.putLong(left.at().toEpochMilli()).putLong(left.until().toEpochMilli());
        }
        return out.array();
    }

    boolean is(SubjectId other) {
        return other.equals(subject);
    }

    Person as(@Nullable SubjectId other) {
        return new Person(other, left);
    }
}
