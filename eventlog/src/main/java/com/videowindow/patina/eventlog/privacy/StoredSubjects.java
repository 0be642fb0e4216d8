package com.videowindow.patina.eventlog.privacy;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import com.videowindow.patina.eventlog.Durable;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One document per user. Known pairs are kept in memory and asked for again now and then, so that people are still known
 * while the store is away, and forgotten soon after another node forgot them.
 */
public final class StoredSubjects implements SubjectDirectory {
    private static final int REMEMBERED = 100_000;
    private static final Duration ASK_AGAIN = Duration.ofSeconds(30);

    private final MongoCollection<Document> subjects;
    private final LoadingCache<PlatformUserId, SubjectId> known;

    /** @param patience how long a caller waits for a store that does not answer */
    public StoredSubjects(MongoDatabase database, Duration patience) {
        this.subjects = collection(database).withTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        this.known = remembering();
    }

    static MongoCollection<Document> collection(MongoDatabase database) {
        return Durable.collection(database, "subjects");
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
        SubjectId subject = new SubjectId(UUID.randomUUID());
        try {
            subjects.insertOne(new Document("_id", user.value()).append("subject", subject.toString()));
            known.put(user, subject);
            return subject;
        } catch (MongoException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return knownSubjectOf(user).orElseThrow(() -> new LogUnavailable("the directory is being changed", e));
            }
            throw new LogUnavailable("the directory of people is not available", e);
        }
    }

    private @Nullable SubjectId find(PlatformUserId user) {
        Document found = subjects.find(Filters.eq("_id", user.value())).first();
        return found == null ? null : SubjectId.of(found.getString("subject"));
    }
}
