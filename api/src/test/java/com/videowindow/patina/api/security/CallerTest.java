package com.videowindow.patina.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.erasure.ErasureProgress;
import com.videowindow.patina.domain.erasure.ErasureState;
import com.videowindow.patina.domain.erasure.Erasures;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A node that remembers somebody whom another node has erased. */
class CallerTest {
    private static final PlatformUserId ANNA = new PlatformUserId("anna");
    private static final SubjectId ERASED = new SubjectId(UUID.randomUUID());
    private static final SubjectId ANEW = new SubjectId(UUID.randomUUID());
    private static final Instant LEFT = Instant.parse("2026-11-01T12:00:00Z");

    private final Remembering directory = new Remembering();
    private final Caller anna = new Caller(directory, ANNA, new OneErased());

    /** Tells whom it remembers, and what is stored once that was forgotten. */
    private static final class Remembering implements SubjectDirectory {
        private Known remembered = new Known(ERASED, null);
        private Known stored = new Known(null, LEFT);

        @Override
        public SubjectId subjectOf(PlatformUserId user) {
            return remembered.subject() == null ? ANEW : remembered.subject();
        }

        @Override
        public Known find(PlatformUserId user) {
            return remembered;
        }

        @Override
        public boolean isKnown(SubjectId subject) {
            return subject.equals(remembered.subject());
        }

        @Override
        public void forget(SubjectId subject) {
            remembered = stored;
        }
    }

    private static final class OneErased implements Erasures {
        @Override
        public Optional<ErasureProgress> of(SubjectId subject) {
            return Optional.empty();
        }

        @Override
        public List<ErasureProgress> open() {
            return List.of();
        }

        @Override
        public List<ErasureProgress> due(Instant now) {
            return List.of();
        }

        @Override
        public List<ErasureProgress> in(ErasureState state) {
            return List.of();
        }

        @Override
        public long overdue(Instant now) {
            return 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public Optional<LogPosition> erasedAt(SubjectId subject) {
            return Optional.of(LogPosition.START).filter(erased -> subject.equals(ERASED));
        }

        @Override
        public boolean isLeaving(SubjectId subject) {
            return false;
        }
    }

    @Test
    void is_somebody_new_after_an_erasure_that_its_node_did_not_do() {
        assertThat(anna.subject()).isEqualTo(ANEW);
        assertThat(anna.who().leftAt()).isEqualTo(LEFT);
        assertThat(anna.known()).isEmpty();
    }

    @Test
    void is_nobody_as_long_as_the_directory_does_not_know_of_the_erasure() {
        directory.stored = directory.remembered;

        assertThat(anna.evenLeaving()).isEmpty();
        assertThat(anna.reader()).isNotEqualTo(ERASED);
        assertThatThrownBy(anna::subject).isInstanceOf(LogUnavailable.class);
    }
}
