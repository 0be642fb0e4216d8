package com.videowindow.patina.eventlog.privacy;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.mongodb.MongoException;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import com.videowindow.patina.eventlog.LogAccess;
import com.videowindow.patina.eventlog.privacy.NamedSecrets.Secret;
import com.videowindow.patina.eventlog.privacy.Person.Left;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * One secret per user: the subject's id, under a name that only a keyed hash leads to, so that the store shows neither who
 * is known nor which facts are theirs; and one per subject that leads back, for erasure alone. Known pairs are kept in
 * memory and asked for again now and then, so that people are still known while the store is away, and forgotten soon after
 * another node forgot them.
 */
public final class StoredSubjects implements SubjectDirectory {
    private static final String HMAC = "HmacSHA256";
    private static final String PERSON = "person/";
    private static final String NAMES_OF = "names/";
    private static final int REMEMBERED = 100_000;
    private static final int TRIES = 4;
    private static final Duration ASK_AGAIN = Duration.ofSeconds(30);

    private final NamedSecrets secrets;
    private final SecretKeySpec naming;
    private final LoadingCache<PlatformUserId, Person> known;

    /** @param naming secret, the same on all nodes; whoever loses it knows nobody any more */
    public StoredSubjects(PayloadKeys keys, byte[] naming) {
        this.secrets = keys.secrets();
        this.naming = new SecretKeySpec(naming, HMAC);
        this.known = remembering();
    }

    @SuppressWarnings("NullAway") // a loader says by null that there is none, against Caffeine's own types
    private LoadingCache<PlatformUserId, Person> remembering() {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .refreshAfterWrite(ASK_AGAIN)
                .build(user -> person(user).filter(StoredSubjects::isSomebody).orElse(null));
    }

    private static boolean isSomebody(Person person) {
        return person.subject() != null;
    }

    @Override
    public Known find(PlatformUserId user) {
        return knownPerson(user)
                .map(person -> new Known(
                        person.subject(),
                        person.left() == null ? null : person.left().at()))
                .orElse(Known.NOBODY);
    }

    /**
     * Looks up whom it does not remember outside of the cache, which loads under a lock: while the store is away, everybody
     * would wait for it again after all who came before them.
     */
    private Optional<Person> knownPerson(PlatformUserId user) {
        Person remembered = known.getIfPresent(user);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        try {
            Optional<Person> found = person(user);
            found.filter(StoredSubjects::isSomebody).ifPresent(person -> known.put(user, person));
            return found;
        } catch (MongoException e) {
            throw away(e);
        }
    }

    private Optional<Person> person(PlatformUserId user) {
        return secrets.live(name(user)).map(Person::of);
    }

    @Override
    public SubjectId subjectOf(PlatformUserId user) {
        return knownSubjectOf(user).orElseGet(() -> made(user));
    }

    private SubjectId made(PlatformUserId user) {
        String name = name(user);
        try {
            for (int attempt = 0; attempt < TRIES; attempt++) {
                make(name, new SubjectId(UUID.randomUUID()));
                SubjectId now = knownSubjectOf(user).orElse(null);
                if (now != null) {
                    return now;
                }
            }
        } catch (MongoException e) {
            throw away(e);
        }
        throw new LogUnavailable("the directory is being changed", null);
    }

    /** The way back first: nobody is in the directory without it, unless the server died between the two. */
    private void make(String name, SubjectId subject) {
        Optional<Binary> before = secrets.live(name);
        Map<String, byte[]> made = new LinkedHashMap<>();
        made.put(wayBack(subject), name.getBytes(StandardCharsets.US_ASCII));
        if (before.isEmpty()) {
            made.put(name, new Person(subject, null).bytes());
        }
        secrets.findOrMake(made.keySet(), each -> Objects.requireNonNull(made.get(each)));
        before.map(Person::of)
                .filter(left -> left.subject() == null)
                .ifPresent(left ->
                        secrets.replace(name, before.get(), left.as(subject).bytes()));
    }

    private static LogUnavailable away(MongoException e) {
        return LogAccess.unavailable("the directory of people is not available", e);
    }

    /** The way back may have been left by somebody who was made under the same name at the same moment, and lost. */
    @Override
    public boolean isKnown(SubjectId subject) {
        try {
            return secrets.live(wayBack(subject))
                    .flatMap(name -> secrets.live(new String(name.getData(), StandardCharsets.US_ASCII)))
                    .filter(stored -> Person.of(stored).is(subject))
                    .isPresent();
        } catch (MongoException e) {
            throw away(e);
        }
    }

    @Override
    public void forget(SubjectId subject) {
        known.asMap().values().removeIf(person -> person.is(subject));
    }

    /** Under which names this subject is in the directory. */
    Set<String> namesOf(SubjectId subject) {
        return secrets.live(wayBack(subject))
                .map(name -> Set.of(new String(name.getData(), StandardCharsets.US_ASCII)))
                .orElseGet(() -> searched(subject));
    }

    /** Looks at everybody: whoever came by a server that died has no way back. */
    private Set<String> searched(SubjectId subject) {
        Set<String> names = new TreeSet<>();
        secrets.each((name, secret) -> {
            if (name.startsWith(PERSON)
                    && secret instanceof Secret.Live live
                    && Person.of(live.bytes()).is(subject)) {
                names.add(name);
            }
        });
        return names;
    }

    /** Under which name a subject's own name is kept. */
    static String wayBack(SubjectId subject) {
        return NAMES_OF + subject;
    }

    static boolean isWayBack(String name) {
        return name.startsWith(NAMES_OF);
    }

    /** Whether it leads from a user to whom they are. */
    static boolean isEntry(String name) {
        return name.startsWith(PERSON);
    }

    /** Whoever comes under this name is not this subject any more; done twice it changes nothing. */
    void leave(String name, SubjectId subject, Left left) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Binary> now =
                    secrets.live(name).filter(stored -> Person.of(stored).is(subject));
            if (now.isEmpty() || secrets.replace(name, now.get(), new Person(null, left).bytes())) {
                return;
            }
        }
        throw new LogUnavailable("the directory is being changed", null);
    }

    /** Nothing says any more that somebody of this name was here, or left before; unless they left again since. */
    void settle(String name, Instant now) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Binary> stored =
                    secrets.live(name).filter(one -> isOver(Person.of(one).left(), now));
            if (stored.isEmpty()) {
                return;
            }
            Person person = Person.of(stored.get());
            if (person.subject() == null) {
                secrets.remove(Set.of(name));
            } else {
                secrets.replace(name, stored.get(), new Person(person.subject(), null).bytes());
            }
        }
    }

    private static boolean isOver(@Nullable Left left, Instant now) {
        return left != null && !left.until().isAfter(now);
    }

    /** Keyed, so that a store that got lost cannot be asked whether somebody is in it. */
    private String name(PlatformUserId user) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(naming);
            byte[] name = mac.doFinal(("person|" + user.value()).getBytes(StandardCharsets.UTF_8));
            return PERSON + Base64.getUrlEncoder().withoutPadding().encodeToString(name);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }
}
