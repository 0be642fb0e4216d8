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
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import com.videowindow.patina.eventlog.LogAccess;
import com.videowindow.patina.eventlog.privacy.NamedSecrets.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

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
    private static final int REMEMBERED = 100_000;
    private static final int REMEMBERED_MONTHS = 1_000;
    private static final Duration ASK_AGAIN = Duration.ofSeconds(30);
    private static final byte[] INFO = "patina payload 1".getBytes(StandardCharsets.US_ASCII);

    private final MongoDatabase database;
    private final NamedSecrets secrets;
    private final MasterKey master;
    private final Cache<SubjectId, Known> people = remembering(REMEMBERED);
    private final Cache<RetentionPeriod, Known> periods = remembering(REMEMBERED_MONTHS);

    /** Which facts a key is for. */
    public record Use(SubjectId subject, DataCategory category, Instant at) {

        private RetentionPeriod period() {
            return RetentionPeriod.of(category, at);
        }
    }

    /** A secret, or the end of one, and what was derived from it. */
    private record Known(Secret secret, Map<RetentionPeriod, Aead> derived) {
        Known(Secret secret) {
            this(secret, new ConcurrentHashMap<>());
        }
    }

    /** @param patience how long a caller waits for a store that does not answer */
    public PayloadKeys(MongoDatabase database, MasterKey master, Duration patience) {
        this.database = database;
        this.secrets = new NamedSecrets(database, master, patience);
        this.master = master;
    }

    /** What else is kept beside the keys. */
    MongoDatabase database() {
        return database;
    }

    NamedSecrets secrets() {
        return secrets;
    }

    static String name(SubjectId subject) {
        return "subject/" + subject;
    }

    private static <K> Cache<K, Known> remembering(int most) {
        return Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(ASK_AGAIN)
                .build();
    }

    /** The keys to write under, one for each use, made where there are none; absent for whom there will never be one again. */
    public List<Optional<Aead>> forWriting(List<Use> uses) {
        return keys(
                uses,
                names -> secrets.findOrMake(
                        names, name -> StoredPeriods.isPeriod(name) ? Random.randBytes(SECRET_BYTES) : fresh()));
    }

    /** The keys to read with, one for each use; absent for what is forgotten. */
    public List<Optional<Aead>> forReading(List<Use> uses) {
        return keys(uses, secrets::find);
    }

    private interface Asking {
        Map<String, Secret> ask(Collection<String> names);
    }

    private List<Optional<Aead>> keys(List<Use> uses, Asking asking) {
        List<RetentionPeriod> months = uses.stream().map(Use::period).toList();
        Map<SubjectId, Known> owners =
                known(people, uses.stream().map(Use::subject).toList(), PayloadKeys::name, asking);
        Map<RetentionPeriod, Known> common = known(periods, months, StoredPeriods::name, asking);
        return IntStream.range(0, uses.size())
                .mapToObj(i -> {
                    RetentionPeriod month = months.get(i);
                    return key(month, owners.get(uses.get(i).subject()), common.get(month));
                })
                .toList();
    }

    private static <K> Map<K, Known> known(
            Cache<K, Known> cache, List<K> keys, Function<K, String> name, Asking asking) {
        Map<K, Known> found = new HashMap<>();
        Map<String, K> unknown = new TreeMap<>();
        for (K key : keys) {
            if (!found.containsKey(key)) {
                Known remembered = cache.getIfPresent(key);
                if (remembered == null) {
                    unknown.put(name.apply(key), key);
                } else {
                    found.put(key, remembered);
                }
            }
        }
        if (!unknown.isEmpty()) {
            available(() -> asking.ask(unknown.keySet())).forEach((asked, secret) -> {
                Known now = new Known(secret);
                K key = Objects.requireNonNull(unknown.get(asked));
                found.put(key, now);
                cache.put(key, now);
            });
        }
        return found;
    }

    private static Optional<Aead> key(RetentionPeriod month, @Nullable Known person, @Nullable Known common) {
        if (person != null
                && common != null
                && person.secret() instanceof Secret.Live own
                && common.secret() instanceof Secret.Live shared) {
            Aead known = person.derived().get(month);
            return known != null
                    ? Optional.of(known)
                    : part(own.bytes(), month.category()).map(part -> person.derived()
                            .computeIfAbsent(month, name -> derived(part, shared.bytes())));
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

    /** What was stored of these kinds in these months has been kept for long enough, of everybody. */
    public void endPeriods(Collection<RetentionPeriod> ended, Instant at) {
        change(() -> secrets.destroy(ended.stream().map(StoredPeriods::name).toList(), at));
        forgetPeriods();
    }

    /** What was said at that time is not kept any more, and nothing is added to it. */
    public boolean isEnded(Use use) {
        Known common = known(periods, List.of(use.period()), StoredPeriods::name, secrets::find)
                .get(use.period());
        return common != null && common.secret() instanceof Secret.Destroyed;
    }

    /** This node is to ask again which periods have ended, and keeps nothing that was derived from their secrets. */
    void forgetPeriods() {
        periods.invalidateAll();
        people.invalidateAll();
    }

    /** Nobody reads what rests under this person's keys from here on, and nobody writes under them, on any node. */
    public void destroy(SubjectId subject, Instant at) {
        change(() -> secrets.destroy(List.of(name(subject)), at));
        forget(subject);
    }

    /** SHA-256 of this person's secret, made if there is none; absent when it is destroyed. */
    Optional<String> fingerprint(SubjectId subject) {
        String name = name(subject);
        Secret now = secrets.findOrMake(List.of(name), made -> fresh()).get(name);
        return now instanceof Secret.Live live
                ? Optional.of(HexFormat.of().formatHex(sha256(live.bytes().getData())))
                : Optional.empty();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Makes what the files of the store still have of destroyed keys useless. */
    public void scrub(Collection<SubjectId> subjects) {
        scrubNames(subjects.stream().map(PayloadKeys::name).toList());
    }

    void scrubNames(Collection<String> names) {
        change(() -> secrets.scrub(names, master));
    }

    /** This node was told that the key was destroyed. */
    public void forget(SubjectId subject) {
        people.invalidate(subject);
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
            throw LogAccess.unavailable("the keys of people are not available", e);
        }
    }
}
