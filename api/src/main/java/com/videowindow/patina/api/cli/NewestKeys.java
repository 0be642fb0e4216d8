package com.videowindow.patina.api.cli;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.Fences;
import com.videowindow.patina.domain.erasure.PartFences;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is newer than copies that were kept: of the erasures after them, nothing but a newer copy of the keys can tell.
 */
final class NewestKeys {
    private static final int RANDOM_BYTES = 32;

    private final Path file;
    private final char[] secret;

    /** @param secret that the copy opens with */
    private NewestKeys(Path file, char[] secret) {
        this.file = file;
        this.secret = secret;
    }

    /** People and parts that were erased, as the keys tell. */
    record Erased(Set<SubjectId> people, Map<ErasureId, SubjectId> parts) {

        static Erased of(LogAlone log) {
            return new Erased(
                    log.context().getBean(Fences.class).all().stream()
                            .map(Fences.Raised::subject)
                            .collect(Collectors.toSet()),
                    log.context().getBean(PartFences.class).all().stream()
                            .collect(Collectors.toMap(PartFences.Raised::erasure, PartFences.Raised::subject)));
        }

        /** Those that the other does not know. */
        Erased without(Erased other) {
            Set<SubjectId> more = new HashSet<>(people);
            more.removeAll(other.people);
            Map<ErasureId, SubjectId> moreParts = parts.entrySet().stream()
                    .filter(part -> !other.parts.containsKey(part.getKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            return new Erased(more, moreParts);
        }
    }

    /**
     * The file that was named, or else what the present installation has now; absent where there is neither.
     *
     * @param scratch for a copy of the latter, encrypted under a key that nobody else knows
     */
    static Optional<NewestKeys> find(@Nullable Path named, char[] secret, Path scratch) throws IOException {
        if (named != null) {
            return Optional.of(new NewestKeys(named, secret));
        }
        if (!Home.ofEnvironment().hasLog()) {
            return Optional.empty();
        }
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        NewestKeys present = new NewestKeys(
                scratch.resolve("present.keys"),
                Base64.getEncoder().encodeToString(random).toCharArray());
        try (LogAlone log = LogAlone.thatIsThere()) {
            log.keys().export(present.file, present.secret);
        }
        return Optional.of(present);
    }

    /** Puts them beside older ones; answers what the older ones did not know. Ends of secrets win over secrets. */
    Erased restore(LogAlone log) {
        Erased before = Erased.of(log);
        log.keys().restore(file, secret);
        return Erased.of(log).without(before);
    }
}
