package com.videowindow.patina.eventlog.privacy;

import com.google.crypto.tink.subtle.Hkdf;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import com.videowindow.patina.eventlog.privacy.NamedSecrets.Secret;
import com.videowindow.patina.eventlog.privacy.PayloadKeys.Opening;
import com.videowindow.patina.eventlog.privacy.PayloadKeys.Sealed;
import com.videowindow.patina.eventlog.privacy.PayloadKeys.Sealing;
import com.videowindow.patina.eventlog.privacy.PayloadKeys.Use;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** Some people and months with what is known of their secrets, and the keys that follow from both. */
final class Owners {
    private static final byte[] INFO = "patina payload 1".getBytes(StandardCharsets.US_ASCII);

    record Id(RetentionPeriod period, int generation) {}

    /**
     * A secret, or the end of one, and what was derived from it.
     *
     * @param asOf how many closings this node had read of when it was asked for
     */
    record Known(
            Secret secret,
            @Nullable PersonSecret own,
            Map<Id, Opening> derived,
            Map<KeptFacts.Place, Optional<KeptFacts.Month>> kept,
            long asOf) {
        Known(Secret secret, boolean person, long asOf) {
            this(
                    secret,
                    person && secret instanceof Secret.Live live ? PersonSecret.of(live.bytes()) : null,
                    new ConcurrentHashMap<>(),
                    new ConcurrentHashMap<>(),
                    asOf);
        }

        boolean knows(DataCategory category, int generation) {
            PersonSecret.Part newest = own == null ? null : own.newest(category);
            return own == null || (newest != null && newest.generation() >= generation);
        }
    }

    private final KeptFacts kept;
    private final MonthsApart apart;
    private final Map<SubjectId, Known> people;
    private final Map<RetentionPeriod, Known> months;

    Owners(KeptFacts kept, MonthsApart apart, Map<SubjectId, Known> people, Map<RetentionPeriod, Known> months) {
        this.kept = kept;
        this.apart = apart;
        this.people = people;
        this.months = months;
    }

    /** Absent where nothing was ever stored in it. */
    @Nullable
    Known month(RetentionPeriod month) {
        return months.get(month);
    }

    /** To write under; absent also in a month that has ended. */
    Optional<Sealing> sealing(Use use) {
        return isLive(use.period()) ? keeping(use) : Optional.empty();
    }

    /** To seal again under what stays, which may be of a month that was set apart. */
    Optional<Sealing> keeping(Use use) {
        Known person = people.get(use.subject());
        if (person == null || person.own() == null) {
            return Optional.empty();
        }
        PersonSecret.Part newest = person.own().newest(use.category());
        return newest == null
                ? Optional.empty()
                : live(use.subject(), person, use.period(), newest.generation())
                        .map(opening -> new Sealing(opening.key(), newest.generation()));
    }

    /** Of whom a fact is sealed under a later generation than is known here: another node turned their keys. */
    Set<SubjectId> turnedSince(List<Sealed> facts) {
        Set<SubjectId> turned = new HashSet<>();
        for (Sealed fact : facts) {
            Known person = people.get(fact.use().subject());
            if (person != null && !person.knows(fact.use().category(), fact.generation())) {
                turned.add(fact.use().subject());
            }
        }
        return turned;
    }

    Optional<Opening> opening(Sealed fact) {
        Known person = people.get(fact.use().subject());
        if (person == null || person.own() == null) {
            return Optional.empty();
        }
        Optional<Opening> live = live(fact.use().subject(), person, fact.use().period(), fact.generation());
        return live.isPresent() ? live : kept(person, fact);
    }

    private boolean isLive(RetentionPeriod month) {
        Known common = months.get(month);
        return common != null && common.secret() instanceof Secret.Live;
    }

    private Optional<Opening> live(SubjectId subject, Known person, RetentionPeriod month, int generation) {
        Optional<Function<PersonSecret.Part, byte[]>> deriving = deriving(subject, month);
        Id id = new Id(month, generation);
        Opening known = deriving.isEmpty() ? null : person.derived().get(id);
        return known != null
                ? Optional.of(known)
                : deriving.flatMap(key -> Objects.requireNonNull(person.own())
                        .part(month.category(), generation)
                        .map(part -> person.derived()
                                .computeIfAbsent(id, name -> new Opening(new AesGcm(key.apply(part)), null))));
    }

    /** How this person's keys of a month follow from their own: absent where it has ended, for them too. */
    private Optional<Function<PersonSecret.Part, byte[]>> deriving(SubjectId subject, RetentionPeriod month) {
        Known common = months.get(month);
        if (common == null) {
            return Optional.empty();
        }
        if (common.secret() instanceof Secret.Live shared) {
            return Optional.of(part -> secret(part, shared.bytes()));
        }
        return Optional.ofNullable(apart.of(month).get(subject)).map(own -> own::key);
    }

    /** The key of one generation and month; absent when it is destroyed, or there never was one. */
    Optional<byte[]> derived(KeptFacts.Place place) {
        Known person = people.get(place.subject());
        PersonSecret own = person == null ? null : person.own();
        return own == null
                ? Optional.empty()
                : deriving(place.subject(), place.period())
                        .flatMap(key -> own.part(place.period().category(), place.generation())
                                .map(key));
    }

    /** Its key is gone, and it may be among what was to stay. */
    private Optional<Opening> kept(Known person, Sealed fact) {
        RetentionPeriod period = fact.use().period();
        KeptFacts.Place place = new KeptFacts.Place(fact.use().subject(), period, fact.generation());
        return person.kept()
                .computeIfAbsent(place, asked -> Optional.ofNullable(PayloadKeys.available(() -> kept.find(asked))))
                .flatMap(month -> fact(
                                place.subject(), person, period, month.facts().get(fact.event()))
                        .or(() -> month(person, place, month.key())));
    }

    private Optional<Opening> fact(
            SubjectId subject, Known person, RetentionPeriod period, KeptFacts.@Nullable Kept fact) {
        return fact == null
                ? Optional.empty()
                : live(subject, person, period, fact.under()).map(under -> new Opening(under.key(), fact.sealed()));
    }

    /** Remembered like a key that is derived: the events of a month share it. */
    private Optional<Opening> month(Known person, KeptFacts.Place place, KeptFacts.@Nullable Kept key) {
        return key == null
                ? Optional.empty()
                : live(place.subject(), person, place.period(), key.under()).map(under -> person.derived()
                        .computeIfAbsent(
                                new Id(place.period(), place.generation()),
                                name -> new Opening(
                                        new AesGcm(KeptFacts.key(under.key(), key.sealed(), place)), null)));
    }

    /** @param month the secret that everybody has of it, or one of their own */
    static byte[] secret(PersonSecret.Part part, Binary month) {
        byte[] both = ByteBuffer.allocate(part.bytes().length() + month.length())
                .put(part.bytes().getData())
                .put(month.getData())
                .array();
        try {
            return Hkdf.computeHkdf("HmacSha256", both, new byte[0], INFO, PersonSecret.BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC", e);
        }
    }
}
