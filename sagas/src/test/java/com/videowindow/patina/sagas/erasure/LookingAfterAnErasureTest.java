package com.videowindow.patina.sagas.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.videowindow.patina.domain.AboutSeveral;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.erasure.Purge;
import com.videowindow.patina.domain.privacy.Forgotten;
import com.videowindow.patina.sagas.erasure.WholeLog.Looked;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookingAfterAnErasureTest {
    private static final SubjectId ANNA = SubjectId.of("00000000-0000-4000-8000-00000000000a");
    private static final SubjectId BEN = SubjectId.of("00000000-0000-4000-8000-00000000000b");
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final Forgotten GONE = new Forgotten(ANNA, NOON);

    private static ConsentGiven allows(SubjectId person) {
        return new ConsentGiven(person, Purpose.TRAINING, new PolicyVersion("1"), Channel.WEB, NOON);
    }

    private record Half(SubjectId subject) implements AboutSeveral.Share {}

    private record Gift(List<Share> shares, Instant at) implements AboutSeveral {}

    private static Looked looked(SubjectId person, FewEvents log) {
        return new WholeLog(log, log)
                .about(List.of(ANNA, BEN), new LogPosition(9))
                .getOrDefault(person, new Looked(-1, -1));
    }

    @Test
    void counts_every_event_that_names_the_person_and_those_that_still_say_something() {
        FewEvents log = FewEvents.of(GONE, allows(BEN), GONE, allows(ANNA));
        assertThat(looked(ANNA, log)).isEqualTo(new Looked(3, 1));
        assertThat(looked(BEN, log)).isEqualTo(new Looked(1, 1));
        assertThat(looked(ANNA, FewEvents.of(allows(BEN)))).isEqualTo(new Looked(0, 0));
    }

    @Test
    void of_an_event_about_several_the_persons_own_share_counts() {
        Gift whole = new Gift(List.of(new Half(ANNA), new Half(BEN)), NOON);
        assertThat(looked(ANNA, FewEvents.of(whole))).isEqualTo(new Looked(1, 1));
        assertThat(looked(ANNA, FewEvents.of(new Gift(List.of(new Half(BEN)), NOON)))
                        .readable())
                .isZero();
    }

    @Test
    void nothing_is_certified_while_anything_is_left() {
        new Scan(3, 0, Map.of("interactions", 0L), NOON).demandNothing("person");
        for (Scan left : List.of(
                new Scan(3, 1, Map.of("interactions", 0L), NOON), new Scan(3, 0, Map.of("interactions", 1L), NOON))) {
            assertThatThrownBy(() -> left.demandNothing("person"))
                    .isInstanceOf(Purge.NotYet.class)
                    .hasMessageContaining("something of a person");
        }
    }
}
