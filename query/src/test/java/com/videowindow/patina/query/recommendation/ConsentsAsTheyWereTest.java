package com.videowindow.patina.query.recommendation;

import static com.videowindow.patina.query.Workshop.ANNA;
import static com.videowindow.patina.query.Workshop.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ConsentWithdrawn;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.ControlChanged;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.query.recommendation.RecommendationAudit.ConsentThen;
import com.videowindow.patina.query.recommendation.RecommendationAudit.ControlThen;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What somebody allowed when a list was made, whatever they decided afterwards. */
class ConsentsAsTheyWereTest {
    private static final Purpose PURPOSE = Purpose.PERSONALIZATION;
    private static final PolicyVersion FIRST = new PolicyVersion("1");

    private final TreeMap<LogPosition, DomainEvent> events = new TreeMap<>();

    private void given(long position, Instant at) {
        events.put(new LogPosition(position), new ConsentGiven(ANNA, PURPOSE, FIRST, Channel.WEB, at));
    }

    private void withdrawn(long position, Instant at) {
        events.put(
                new LogPosition(position),
                new ConsentWithdrawn(ANNA, PURPOSE, new PolicyVersion("2"), Channel.WEB, at));
    }

    private ConsentsThen at(Instant time) {
        return new ConsentsThen(events, purpose -> List.of(), time);
    }

    @Test
    void what_is_withdrawn_later_held_then() {
        given(4, NOW.minusSeconds(60));
        withdrawn(9, NOW.plusSeconds(1));

        assertThat(at(NOW).allowed(PURPOSE)).isTrue();
        assertThat(at(NOW).consents(Set.of(PURPOSE)))
                .containsExactly(new ConsentThen(PURPOSE, "dpv:ConsentGiven", FIRST, new LogPosition(4), true, true));
    }

    @Test
    void a_withdrawal_has_five_seconds_to_be_known_everywhere() {
        given(4, NOW.minusSeconds(60));
        withdrawn(9, NOW);

        assertThat(at(NOW.plusSeconds(4)).allowed(PURPOSE)).isTrue();
        assertThat(at(NOW.plusSeconds(4)).consents(Set.of()).getFirst().allowed())
                .isFalse();
        assertThat(at(NOW.plusSeconds(6)).allowed(PURPOSE)).isFalse();
    }

    @Test
    void nothing_is_allowed_before_anything_was_said() {
        given(4, NOW);

        assertThat(at(NOW.minusSeconds(1)).allowed(PURPOSE)).isFalse();
        assertThat(at(NOW.minusSeconds(1)).consents(Set.of(PURPOSE))).isEmpty();
    }

    @Test
    void controls_stand_by_the_event_that_set_them_last() {
        events.put(
                new LogPosition(3),
                new ControlChanged(
                        ANNA,
                        Control.NON_PROFILING,
                        true,
                        ControlChanged.Origin.CHOICE,
                        Channel.WEB,
                        NOW.minusSeconds(60),
                        null));

        assertThat(at(NOW).wasOn(Control.NON_PROFILING)).isTrue();
        assertThat(at(NOW).controls())
                .containsExactly(new ControlThen(Control.NON_PROFILING, true, new LogPosition(3)));
        assertThat(at(NOW.minusSeconds(58)).wasOn(Control.NON_PROFILING)).isFalse();
    }
}
