package com.videowindow.patina.projections.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentExpired;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ConsentStatus;
import com.videowindow.patina.domain.consent.ConsentWithdrawn;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.Fence;
import com.videowindow.patina.domain.erasure.SubjectErased;
import com.videowindow.patina.projections.memory.Freshness;
import com.videowindow.patina.projections.runner.Positioned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever people say, and whoever goes: what is counted is what a look at all of them would find. */
class UsedPurposesTest {
    private static final int EVENTS = 20_000;
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final PolicyVersion POLICY = new PolicyVersion("1");
    /** Few, so that a use is often of one person, or of nobody. */
    private static final List<SubjectId> PEOPLE = IntStream.range(0, 3)
            .mapToObj(i -> SubjectId.of("00000000-0000-7000-8000-00000000000" + i))
            .toList();

    private final Random random = new Random(20_261_128);
    private final ConsentGate gate = new ConsentGate(
            new Freshness(() -> 1, Duration.ofSeconds(5), Duration.ofMinutes(10)),
            subject -> false,
            new KnownPolicies(),
            () -> NOON);

    @Test
    void says_the_same_as_a_look_at_everybody() {
        for (int i = 0; i < EVENTS; i++) {
            gate.on(new Positioned(new LogPosition(i), something()));
            assertThat(gate.allowedByNobody()).containsExactlyInAnyOrderElementsOf(lookedAtAll());
        }
    }

    private DomainEvent something() {
        SubjectId subject = PEOPLE.get(random.nextInt(PEOPLE.size()));
        Purpose purpose = Purpose.OWN.get(random.nextInt(Purpose.OWN.size()));
        return switch (random.nextInt(5)) {
            case 0, 1 -> new ConsentGiven(subject, purpose, POLICY, Channel.WEB, NOON);
            case 2 -> new ConsentWithdrawn(subject, purpose, POLICY, Channel.WEB, NOON);
            case 3 -> new ConsentExpired(subject, purpose, NOON);
            default ->
                new SubjectErased(new ErasureId(new UUID(0, 1)), subject, new Fence(LogPosition.START, "f"), NOON);
        };
    }

    private List<Purpose> lookedAtAll() {
        return Purpose.OWN.stream()
                .filter(purpose -> gate.everybody().values().stream()
                        .map(standing -> standing.of(purpose).status())
                        .noneMatch(status -> status.permits() || status == ConsentStatus.EXPIRED))
                .toList();
    }
}
