package com.videowindow.patina.eventlog.privacy;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.eventlog.privacy.NamedSecrets.Secret;
import com.videowindow.patina.eventlog.privacy.Person.Left;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * What is to stand under a name of which two copies of the keys say something, whichever of them is the older: they say so
 * themselves. An end is newer than what ended. Generations of a person's keys follow one another and only go by an end, so
 * that a copy which has a newer one lacks those that went. An entry of the directory is older than the erasure of whom it
 * leads to, and one that leads to nobody older than one that leads to somebody who is still here.
 */
final class JoinedSecrets {
    /** What the engine refuses old messages for, unless told otherwise; a copy from before an erasure cannot know. */
    private static final Duration REFUSED = Duration.ofDays(90);

    private final KnownEnds ends;

    JoinedSecrets(KnownEnds ends) {
        this.ends = ends;
    }

    /** Absent where nothing is to stand there. */
    @Nullable
    Secret of(String name, @Nullable Secret here, @Nullable Secret there) {
        if (here instanceof Secret.Destroyed) {
            return here;
        }
        if (there instanceof Secret.Destroyed) {
            return there;
        }
        SubjectId owner = owner(name);
        if (owner != null) {
            Instant end = ends.erased().get(owner);
            if (end != null) {
                return PayloadKeys.isPerson(name) ? new Secret.Destroyed(end) : null;
            }
        }
        Binary mine = bytes(here);
        Binary other = bytes(there);
        if (owner != null && PayloadKeys.isPerson(name)) {
            return live(person(owner, mine, other));
        }
        return live(StoredSubjects.isEntry(name) ? entry(mine, other) : mine == null ? other : mine);
    }

    /** Whose it is, where its name says so. */
    private static @Nullable SubjectId owner(String name) {
        return PayloadKeys.isPerson(name) || StoredSubjects.isWayBack(name) || MonthApartName.isOne(name)
                ? SubjectId.of(name.substring(name.lastIndexOf('/') + 1))
                : null;
    }

    private static @Nullable Binary bytes(@Nullable Secret secret) {
        return secret instanceof Secret.Live live ? live.bytes() : null;
    }

    private static @Nullable Secret live(@Nullable Binary bytes) {
        return bytes == null ? null : new Secret.Live(bytes);
    }

    private @Nullable Binary person(SubjectId subject, @Nullable Binary here, @Nullable Binary there) {
        return Optional.ofNullable(here == null ? there : here)
                .map(PersonSecret::of)
                .map(one -> here == null || there == null ? one : one.joined(PersonSecret.of(there)))
                .map(both -> both.past(ends.former().getOrDefault(subject, Map.of())))
                .map(kept -> new Binary(kept.stored()))
                .orElse(null);
    }

    private @Nullable Binary entry(@Nullable Binary here, @Nullable Binary there) {
        if (isSomebody(here)) {
            return here;
        }
        if (isSomebody(there)) {
            return there;
        }
        Left left = later(left(here), left(there));
        return left == null ? null : new Binary(new Person(null, left).bytes());
    }

    private boolean isSomebody(@Nullable Binary entry) {
        SubjectId subject = entry == null ? null : Person.of(entry).subject();
        return subject != null && !ends.isErased(subject);
    }

    /** When whoever it led to left, or who had its name before. */
    private @Nullable Left left(@Nullable Binary entry) {
        if (entry == null) {
            return null;
        }
        Person person = Person.of(entry);
        Instant erased = person.subject() == null ? null : ends.erased().get(person.subject());
        return later(person.left(), erased == null ? null : new Left(erased, erased.plus(REFUSED)));
    }

    private static @Nullable Left later(@Nullable Left one, @Nullable Left other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.at().isAfter(one.at()) ? other : one;
    }
}
