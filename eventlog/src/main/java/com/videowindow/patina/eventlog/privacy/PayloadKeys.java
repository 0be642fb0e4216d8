package com.videowindow.patina.eventlog.privacy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.subtle.Random;
import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.eventlog.privacy.NamedSecrets.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.types.Binary;

/**
 * The keys under which facts about people rest. A fact's key is derived (HKDF, RFC 5869) from two secrets: one of the person
 * for this category of data, and one of the category for the month in which it was stored. Destroying the first forgets a
 * person, or what they did of one kind; destroying the second ends what was kept of everybody for long enough; neither
 * touches the log, and there is one secret to keep for a person, however many years they stay.
 *
 * <p>An unknown person costs a question of the store, a known one a look into memory; who was told to be destroyed is
 * asked for again after a moment on nodes that were not told.
 */
public final class PayloadKeys {
    private static final int SECRET_BYTES = 32;
    private static final String PERIOD = "period/";
    private static final int MONTHS_A_YEAR = 12;
    private static final int REMEMBERED = 100_000;
    private static final Duration ASK_AGAIN = Duration.ofSeconds(30);
    private static final byte[] INFO = "patina payload 1".getBytes(StandardCharsets.US_ASCII);

    private final NamedSecrets secrets;
    private final MasterKey master;
    private final Cache<String, Known> known = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(ASK_AGAIN)
            .build();

    /**
     * Which facts a key is for.
     *
     * @param month in which they were stored, counted from year 0
     */
    public record Use(SubjectId subject, DataCategory category, int month) {

        public static Use at(SubjectId subject, DataCategory category, long millis) {
            LocalDate day = LocalDate.ofEpochDay(
                    Math.floorDiv(millis, Duration.ofDays(1).toMillis()));
            return new Use(subject, category, PayloadKeys.month(day.getYear(), day.getMonthValue()));
        }

        private String person() {
            return name(subject);
        }

        private String period() {
            return PayloadKeys.period(category, month);
        }
    }

    /** A secret, or the end of one, and what was derived from it. */
    private record Known(Secret secret, Map<String, Aead> derived) {
        Known(Secret secret) {
            this(secret, new ConcurrentHashMap<>());
        }
    }

    /** @param patience how long a caller waits for a store that does not answer */
    public PayloadKeys(MongoDatabase database, MasterKey master, Duration patience) {
        this.secrets = new NamedSecrets(database, master, patience);
        this.master = master;
    }

    NamedSecrets secrets() {
        return secrets;
    }

    static String name(SubjectId subject) {
        return "subject/" + subject;
    }

    private static int month(int year, int ofYear) {
        return year * MONTHS_A_YEAR + ofYear - 1;
    }

    private static String period(DataCategory category, int month) {
        return PERIOD + category.number() + '/' + month;
    }

    /** The keys to write under, made where there are none; absent for whom there will never be one again. */
    public Map<Use, Aead> forWriting(Set<Use> uses) {
        return keys(
                uses,
                names -> secrets.findOrMake(
                        names, name -> name.startsWith(PERIOD) ? Random.randBytes(SECRET_BYTES) : fresh()));
    }

    /** The keys to read with; absent for what is forgotten. */
    public Map<Use, Aead> forReading(Set<Use> uses) {
        return keys(uses, secrets::find);
    }

    private interface Asking {
        Map<String, Secret> ask(Collection<String> names);
    }

    private Map<Use, Aead> keys(Set<Use> uses, Asking asking) {
        Map<String, Known> found = new HashMap<>();
        Set<String> unknown = new TreeSet<>();
        for (Use use : uses) {
            Stream.of(use.person(), use.period()).forEach(name -> {
                Known remembered = known.getIfPresent(name);
                if (remembered == null) {
                    unknown.add(name);
                } else {
                    found.put(name, remembered);
                }
            });
        }
        if (!unknown.isEmpty()) {
            available(() -> asking.ask(unknown)).forEach((name, secret) -> {
                Known now = new Known(secret);
                found.put(name, now);
                known.put(name, now);
            });
        }
        Map<Use, Aead> keys = new HashMap<>();
        for (Use use : uses) {
            key(use, found).ifPresent(key -> keys.put(use, key));
        }
        return keys;
    }

    private static Optional<Aead> key(Use use, Map<String, Known> found) {
        Known person = found.get(use.person());
        Known period = found.get(use.period());
        if (person != null
                && period != null
                && person.secret() instanceof Secret.Live own
                && period.secret() instanceof Secret.Live common) {
            return part(own.bytes(), use.category())
                    .map(part -> person.derived().computeIfAbsent(use.period(), name -> derived(part, common.bytes())));
        }
        return Optional.empty();
    }

    private static Aead derived(byte[] part, Binary common) {
        byte[] both = ByteBuffer.allocate(part.length + common.length())
                .put(part)
                .put(common.getData())
                .array();
        try {
            return new AesGcmJce(Hkdf.computeHkdf("HmacSha256", both, new byte[0], INFO, SECRET_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC and AES-GCM", e);
        }
    }

    /** One secret for each category, of which some may have been destroyed alone. */
    private static byte[] fresh() {
        DataCategory[] all = DataCategory.values();
        ByteBuffer secret = ByteBuffer.allocate(all.length * (1 + SECRET_BYTES));
        for (DataCategory category : all) {
            secret.put((byte) category.number()).put(Random.randBytes(SECRET_BYTES));
        }
        return secret.array();
    }

    private static Optional<byte[]> part(Binary secret, DataCategory category) {
        ByteBuffer in = ByteBuffer.wrap(secret.getData());
        while (in.hasRemaining()) {
            int number = in.get();
            byte[] part = new byte[SECRET_BYTES];
            in.get(part);
            if (number == category.number()) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    /** What was stored of this kind in this month has been kept for long enough, of everybody. */
    public void endPeriod(DataCategory category, YearMonth month, Instant at) {
        String period = period(category, month(month.getYear(), month.getMonthValue()));
        change(() -> secrets.destroy(List.of(period), at));
        known.invalidate(period);
    }

    /** Nobody reads what rests under this person's keys from here on, and nobody writes under them, on any node. */
    public void destroy(SubjectId subject, Instant at) {
        change(() -> secrets.destroy(List.of(name(subject)), at));
        forget(subject);
    }

    /** Makes what the files of the store still have of destroyed keys useless. */
    public void scrub(Collection<SubjectId> subjects) {
        change(() -> secrets.scrub(subjects.stream().map(PayloadKeys::name).toList(), master));
    }

    /** This node was told that the key was destroyed. */
    public void forget(SubjectId subject) {
        known.invalidate(name(subject));
    }

    private static void change(Runnable change) {
        available(() -> {
            change.run();
            return true;
        });
    }

    private static <T> T available(Supplier<T> access) {
        try {
            return access.get();
        } catch (MongoException e) {
            throw new LogUnavailable("the keys of people are not available", e);
        }
    }
}
