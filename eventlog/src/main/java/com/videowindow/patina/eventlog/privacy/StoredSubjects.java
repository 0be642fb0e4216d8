package com.videowindow.patina.eventlog.privacy;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.mongodb.MongoException;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import com.videowindow.patina.eventlog.privacy.NamedSecrets.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * One secret per user: the subject's id, under a name that only a keyed hash leads to, so that the store shows neither who
 * is known nor which facts are theirs. Known pairs are kept in memory and asked for again now and then, so that people are
 * still known while the store is away, and forgotten soon after another node forgot them.
 */
public final class StoredSubjects implements SubjectDirectory {
    private static final String HMAC = "HmacSHA256";
    private static final int REMEMBERED = 100_000;
    private static final Duration ASK_AGAIN = Duration.ofSeconds(30);

    private final NamedSecrets secrets;
    private final SecretKeySpec naming;
    private final LoadingCache<PlatformUserId, SubjectId> known;

    /** @param naming secret, the same on all nodes; whoever loses it knows nobody any more */
    public StoredSubjects(PayloadKeys keys, byte[] naming) {
        this.secrets = keys.secrets();
        this.naming = new SecretKeySpec(naming, HMAC);
        this.known = remembering();
    }

    @SuppressWarnings("NullAway") // a loader says by null that there is none, against Caffeine's own types
    private LoadingCache<PlatformUserId, SubjectId> remembering() {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .refreshAfterWrite(ASK_AGAIN)
                .build(this::find);
    }

    /**
     * Looks up whom it does not remember outside of the cache, which loads under a lock: while the store is away, everybody
     * would wait for it again after all who came before them.
     */
    @Override
    public Optional<SubjectId> knownSubjectOf(PlatformUserId user) {
        SubjectId remembered = known.getIfPresent(user);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        try {
            SubjectId found = find(user);
            if (found != null) {
                known.put(user, found);
            }
            return Optional.ofNullable(found);
        } catch (MongoException e) {
            throw new LogUnavailable("the directory of people is not available", e);
        }
    }

    @Override
    public SubjectId subjectOf(PlatformUserId user) {
        return knownSubjectOf(user).orElseGet(() -> made(user));
    }

    private SubjectId made(PlatformUserId user) {
        String name = name(user);
        try {
            Secret now = secrets.findOrMake(Set.of(name), unused -> bytes(UUID.randomUUID()))
                    .get(name);
            SubjectId subject = subject(now);
            if (subject == null) {
                throw new LogUnavailable("the directory is being changed", null);
            }
            known.put(user, subject);
            return subject;
        } catch (MongoException e) {
            throw new LogUnavailable("the directory of people is not available", e);
        }
    }

    private @Nullable SubjectId find(PlatformUserId user) {
        String name = name(user);
        return subject(secrets.find(Set.of(name)).get(name));
    }

    private static @Nullable SubjectId subject(@Nullable Secret found) {
        if (found instanceof Secret.Live live) {
            ByteBuffer bytes = ByteBuffer.wrap(live.bytes().getData());
            return new SubjectId(new UUID(bytes.getLong(), bytes.getLong()));
        }
        return null;
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** Keyed, so that a store that got lost cannot be asked whether somebody is in it. */
    private String name(PlatformUserId user) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(naming);
            byte[] name = mac.doFinal(("person|" + user.value()).getBytes(StandardCharsets.UTF_8));
            return "person/" + Base64.getUrlEncoder().withoutPadding().encodeToString(name);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }
}
