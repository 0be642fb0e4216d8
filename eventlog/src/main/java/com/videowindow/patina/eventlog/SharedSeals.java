package com.videowindow.patina.eventlog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.domain.AboutSeveral;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.eventlog.privacy.PayloadKeys;
import com.videowindow.patina.eventlog.privacy.PayloadKeys.Opening;
import com.videowindow.patina.eventlog.privacy.PayloadKeys.Sealed;
import com.videowindow.patina.eventlog.privacy.PayloadKeys.Sealing;
import com.videowindow.patina.eventlog.privacy.PayloadKeys.Use;
import com.videowindow.patina.json.PatinaJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Seals what an event says about several people, each share under the keys of its own person, bound to the event and to its
 * name in it. The payload stays JSON, in which a share is {@code {"of": person, "sealed": seal}}; the header names all of
 * them, one after the other. A share whose key is gone reads as null.
 */
final class SharedSeals {
    private static final ObjectMapper JSON = PatinaJson.mapper();
    private static final String OF = "of";
    private static final String SEALED = "sealed";
    private static final char NAMED = '#';
    private static final int ONE_SUBJECT = 36;

    private final PayloadKeys keys;

    SharedSeals(PayloadKeys keys) {
        this.keys = keys;
    }

    /** Whom the header names. */
    static String subjects(AboutSeveral event) {
        if (event.shares().size() < 2) {
            throw new IllegalArgumentException(event.getClass() + " is about several people, and names fewer than two");
        }
        return event.shares().stream().map(share -> share.subject().toString()).collect(Collectors.joining(" "));
    }

    static boolean isShared(LoggedEvent event) {
        return event.subject() != null && event.subject().length() > ONE_SUBJECT;
    }

    /** Everybody whom it is about. */
    static List<SubjectId> about(LoggedEvent event) {
        return Arrays.stream(Objects.requireNonNull(event.subject()).split(" ", -1))
                .map(SubjectId::of)
                .toList();
    }

    static boolean isAbout(@Nullable String subjects, String subject) {
        return subjects != null
                && (subjects.equals(subject)
                        || Arrays.asList(subjects.split(" ")).contains(subject));
    }

    /** @param refusal why somebody's share cannot be sealed */
    LoggedEvent sealed(LoggedEvent event, Class<?> type, Function<Use, RuntimeException> refusal) {
        ObjectNode said = tree(event);
        for (RecordComponent share : type.getRecordComponents()) {
            JsonNode plain = said.get(share.getName());
            if (AboutSeveral.Share.class.isAssignableFrom(share.getType()) && plain != null && !plain.isNull()) {
                SubjectId subject = SubjectId.of(plain.path("subject").asText());
                Use use = new Use(subject, Seals.category(share.getType()), Instant.ofEpochMilli(event.at()));
                Sealing key = keys.forWriting(List.of(use)).getFirst().orElseThrow(() -> refusal.apply(use));
                said.set(
                        share.getName(),
                        JSON.createObjectNode()
                                .put(OF, subject.toString())
                                .put(SEALED, sealed(event, share.getName(), bytes(plain), use, key)));
            }
        }
        return event.saying(new Binary(bytes(said)));
    }

    private static byte[] sealed(LoggedEvent event, String name, byte[] said, Use use, Sealing key) {
        try {
            return Seal.of(use.category(), key.generation(), key.key().encrypt(said, bound(event, name)))
                    .getData();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    private static byte[] bound(LoggedEvent event, String name) {
        byte[] whole = Seals.bound(event);
        byte[] part = (NAMED + name).getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(whole, whole.length + part.length);
        System.arraycopy(part, 0, both, whole.length, part.length);
        return both;
    }

    /** One that is sealed, under which name. */
    private record Share(String name, JsonNode stored, Sealed fact) {
        static Optional<Share> of(LoggedEvent event, Map.Entry<String, JsonNode> field) {
            JsonNode stored = field.getValue();
            if (stored.size() != 2 || !stored.has(OF) || !stored.has(SEALED)) {
                return Optional.empty();
            }
            byte[] seal = binary(stored);
            Use use = new Use(
                    SubjectId.of(stored.path(OF).asText()), Seal.category(seal), Instant.ofEpochMilli(event.at()));
            Sealed fact = new Sealed(use, Seal.generation(seal), event.key() + NAMED + field.getKey());
            return Optional.of(new Share(field.getKey(), stored, fact));
        }

        private static byte[] binary(JsonNode stored) {
            try {
                return stored.path(SEALED).binaryValue();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        JsonNode opened(LoggedEvent event, Opening key) {
            byte[] seal = key.again() == null ? binary(stored) : key.again().getData();
            try {
                return JSON.readTree(key.key().decrypt(Seal.said(seal), bound(event, name)));
            } catch (GeneralSecurityException | IOException altered) {
                return JSON.getNodeFactory().textNode("altered"); // fails alone when somebody asks for it
            }
        }
    }

    private static List<Share> shares(LoggedEvent event, ObjectNode said) {
        List<Share> shares = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : said.properties()) {
            Share.of(event, field).ifPresent(shares::add);
        }
        return shares;
    }

    /** Those that are sealed, each named by the event's key and its name in it. */
    static List<Sealed> facts(LoggedEvent event) {
        return shares(event, tree(event)).stream().map(Share::fact).toList();
    }

    List<LoggedEvent> opened(List<LoggedEvent> stored) {
        return stored.stream()
                .map(event -> isShared(event) ? opened(event) : event)
                .toList();
    }

    private LoggedEvent opened(LoggedEvent event) {
        ObjectNode said = tree(event);
        List<Share> shares = shares(event, said);
        Iterator<Optional<Opening>> found =
                keys.forReading(shares.stream().map(Share::fact).toList()).iterator();
        for (Share share : shares) {
            said.set(
                    share.name(),
                    found.next().map(key -> share.opened(event, key)).orElseGet(() -> JSON.getNodeFactory()
                            .nullNode()));
        }
        return event.saying(new Binary(bytes(said)));
    }

    /** Without what it says about others. */
    static LoggedEvent only(LoggedEvent event, String subject) {
        ObjectNode said = tree(event);
        shares(event, said).stream()
                .filter(share -> !share.stored().path(OF).asText().equals(subject))
                .forEach(share -> said.putNull(share.name()));
        return event.saying(new Binary(bytes(said)));
    }

    /** The event in which a fact stands that {@link #facts} named, or that is one itself. */
    static String event(String fact) {
        int name = fact.lastIndexOf(NAMED);
        return name > fact.lastIndexOf('@') ? fact.substring(0, name) : fact;
    }

    /** One share of an opened event, sealed under another key; absent where it is forgotten. */
    static Optional<byte[]> sealedAgain(LoggedEvent opened, Sealed fact, Sealing with) {
        String name = fact.event().substring(fact.event().lastIndexOf(NAMED) + 1);
        JsonNode said = tree(opened).path(name);
        if (said.isTextual()) {
            throw new IllegalStateException("an event that is to stay was altered: " + fact.event());
        }
        return said.isObject() ? Optional.of(sealed(opened, name, bytes(said), fact.use(), with)) : Optional.empty();
    }

    private static ObjectNode tree(LoggedEvent event) {
        try {
            return (ObjectNode) Objects.requireNonNull(
                    JSON.readTree(Payloads.unpacked(event.payload().getData())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(JsonNode said) {
        try {
            return JSON.writeValueAsBytes(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
