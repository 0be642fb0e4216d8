package com.videowindow.patina.eventlog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.videowindow.patina.domain.AboutSeveral;
import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.Erased;
import com.videowindow.patina.domain.privacy.Forgotten;
import com.videowindow.patina.domain.privacy.PeriodEnded;
import com.videowindow.patina.domain.privacy.PersonalData;
import com.videowindow.patina.eventlog.privacy.PayloadKeys;
import com.videowindow.patina.eventlog.privacy.PayloadKeys.Opening;
import com.videowindow.patina.eventlog.privacy.PayloadKeys.Sealed;
import com.videowindow.patina.eventlog.privacy.PayloadKeys.Sealing;
import com.videowindow.patina.eventlog.privacy.PayloadKeys.Use;
import com.videowindow.patina.json.PatinaJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Seals what events say about people and opens it again: AES-256-GCM under the person's key, bound to the event's place,
 * id and type, so that no payload can be put into another event. What is stored is a mark, the category of data and the
 * ciphertext with its nonce in front: 30 bytes more than before; facts of people of whom a part was erased have the
 * generation of their key behind the category. An event whose key is gone reads as {@link Forgotten}.
 */
final class Seals {
    /** Of a log that keeps nothing about people, or whose keys nobody has. */
    static final Seals NONE = new Seals(null);

    private static final ClassValue<DataCategory> CATEGORIES = new ClassValue<>() {
        @Override
        protected DataCategory computeValue(Class<?> type) {
            PersonalData data = type.getAnnotation(PersonalData.class);
            if (data == null) {
                throw new IllegalArgumentException(type + " is about people and does not say what kind of data it is");
            }
            return data.value();
        }
    };

    private final @Nullable PayloadKeys keys;

    private final @Nullable SharedSeals shared;

    private Seals(@Nullable PayloadKeys keys) {
        this.keys = keys;
        this.shared = keys == null ? null : new SharedSeals(keys);
    }

    static Seals under(PayloadKeys keys) {
        return new Seals(keys);
    }

    ClosedKeys closed() {
        return new ClosedKeys(keys);
    }

    /** An event before its leaf is known, and of what class it is when it is about a person. */
    static DataCategory category(Class<?> type) {
        return CATEGORIES.get(type);
    }

    /** An event before its leaf is known, and of what class it is when it is about a person, or several. */
    record Plain(LoggedEvent event, @Nullable Class<?> about) {

        static Plain of(LoggedEvent event, @Nullable Object payload) {
            boolean personal = payload instanceof AboutSubject || payload instanceof AboutSeveral;
            return new Plain(event, personal ? Objects.requireNonNull(payload).getClass() : null);
        }

        private boolean isPersonal() {
            return about != null && !isShared();
        }

        private boolean isShared() {
            return about != null && AboutSeveral.class.isAssignableFrom(about);
        }

        private DataCategory category() {
            return CATEGORIES.get(Objects.requireNonNull(about));
        }
    }

    /**
     * As they are stored, with their leaves.
     *
     * @throws Erased when one of them is about somebody whose key was destroyed
     * @throws PeriodEnded when one of them would be stored in a time that has ended
     */
    List<LoggedEvent> sealed(List<Plain> events) {
        if (keys == null || events.stream().allMatch(plain -> plain.about() == null)) {
            return events.stream().map(plain -> plain.event().leafed()).toList();
        }
        Iterator<Optional<Sealing>> found = keys.forWriting(events.stream()
                        .filter(Plain::isPersonal)
                        .map(plain -> use(plain.event(), plain.category()))
                        .toList())
                .iterator();
        return events.stream()
                .map(plain -> plain.isPersonal() ? sealed(plain, found.next()) : shared(plain))
                .map(LoggedEvent::leafed)
                .toList();
    }

    private LoggedEvent shared(Plain plain) {
        return plain.isShared()
                ? Objects.requireNonNull(shared)
                        .sealed(plain.event(), Objects.requireNonNull(plain.about()), this::refusal)
                : plain.event();
    }

    private LoggedEvent sealed(Plain plain, Optional<Sealing> key) {
        LoggedEvent event = plain.event();
        return event.saying(
                sealed(event, plain.category(), key.orElseThrow(() -> refusal(use(event, plain.category())))));
    }

    private IllegalStateException refusal(Use use) {
        return Objects.requireNonNull(keys).isEnded(use) ? new PeriodEnded() : new Erased();
    }

    private static Use use(LoggedEvent event, DataCategory category) {
        return new Use(
                SubjectId.of(Objects.requireNonNull(event.subject())), category, Instant.ofEpochMilli(event.at()));
    }

    private static Binary sealed(LoggedEvent event, DataCategory category, Sealing key) {
        try {
            return Seal.of(
                    category,
                    key.generation(),
                    key.key().encrypt(event.payload().getData(), bound(event)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /** What an opened event says, under another key than it has in the log. */
    static byte[] sealedAgain(LoggedEvent opened, DataCategory category, Sealing key) {
        return sealed(opened, category, key).getData();
    }

    static byte[] bound(LoggedEvent event) {
        return (event.key() + '|' + event.id() + '|' + event.type() + '|' + event.revision())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Asks once for the keys of all these. */
    void prepare(List<Block> blocks) {
        if (keys != null) {
            keys.prepare(blocks.stream()
                    .flatMap(block -> block.events().stream())
                    .filter(Seals::isSealed)
                    .map(event -> stored(event).use())
                    .distinct()
                    .toList());
        }
    }

    /** What was sealed, as it was before. What does not open stays as it is, and fails alone when somebody asks for it. */
    List<LoggedEvent> opened(List<LoggedEvent> stored) {
        if (keys == null || shared == null) {
            return stored;
        }
        List<Sealed> asked = new ArrayList<>(stored.size());
        boolean several = false;
        for (LoggedEvent event : stored) {
            if (isSealed(event)) {
                asked.add(stored(event));
            } else {
                several |= SharedSeals.isShared(event);
            }
        }
        List<LoggedEvent> whole = asked.isEmpty() ? stored : opened(stored, keys.forReading(asked));
        return several ? shared.opened(whole) : whole;
    }

    private static List<LoggedEvent> opened(List<LoggedEvent> stored, List<Optional<Opening>> keys) {
        Iterator<Optional<Opening>> found = keys.iterator();
        List<LoggedEvent> opened = new ArrayList<>(stored.size());
        for (LoggedEvent event : stored) {
            opened.add(
                    isSealed(event)
                            ? found.next().map(key -> opened(event, key)).orElseGet(() -> forgotten(event))
                            : event);
        }
        return opened;
    }

    static Sealed stored(LoggedEvent event) {
        byte[] payload = event.payload().getData();
        return new Sealed(use(event, Seal.category(payload)), Seal.generation(payload), event.key());
    }

    static boolean isSealed(LoggedEvent event) {
        return event.subject() != null && Seal.isReadable(event.payload().getData());
    }

    private static LoggedEvent opened(LoggedEvent event, Opening key) {
        byte[] payload =
                Objects.requireNonNullElse(key.again(), event.payload()).getData();
        try {
            return event.saying(new Binary(key.key().decrypt(Seal.said(payload), bound(event))));
        } catch (GeneralSecurityException e) {
            return event;
        }
    }

    private static LoggedEvent forgotten(LoggedEvent event) {
        Use use = stored(event).use();
        try {
            byte[] said = PatinaJson.mapper()
                    .writeValueAsBytes(new Forgotten(use.subject(), Instant.ofEpochMilli(event.at())));
            return event.as(EventNames.CURRENT.of(Forgotten.class), new Binary(said));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
