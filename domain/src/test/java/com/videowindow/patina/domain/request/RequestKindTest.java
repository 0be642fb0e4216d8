package com.videowindow.patina.domain.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.erasure.Regulation;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Example;

/** By when what is to be answered, by law and by what is asked for. */
class RequestKindTest {
    private static final Set<RequestKind> OPT_OUTS =
            EnumSet.of(RequestKind.SALE_OPT_OUT, RequestKind.SHARING_OPT_OUT, RequestKind.LIMIT_USE);

    private static void assertOptedOut(String received, String due) {
        for (RequestKind kind : OPT_OUTS) {
            assertThat(kind.deadline(Regulation.CCPA, Instant.parse(received))).isEqualTo(due);
        }
    }

    @Example
    void an_opt_out_has_fifteen_days_on_which_people_work() {
        assertOptedOut("2026-03-02T20:00:00Z", "2026-03-23T19:00:00Z"); // a Monday; the clocks go forward meanwhile
        assertOptedOut("2026-06-05T20:00:00Z", "2026-06-26T20:00:00Z"); // a Friday
        assertOptedOut("2026-06-06T20:00:00Z", "2026-06-26T20:00:00Z"); // a Saturday: Monday is the first day
    }

    @Example
    void days_are_those_of_california() {
        assertOptedOut("2026-06-08T04:00:00Z", "2026-06-27T04:00:00Z"); // a Sunday there until seven, to a Friday there
    }

    @Example
    void everything_else_has_the_time_of_its_law() {
        Instant came = Instant.parse("2026-01-31T12:00:00Z");
        for (RequestKind kind : EnumSet.complementOf(EnumSet.copyOf(OPT_OUTS))) {
            for (Regulation law : Regulation.values()) {
                assertThat(kind.deadline(law, came)).isEqualTo(law.deadline(came));
                assertThat(kind.extended(law, came)).contains(law.extended(came));
                assertThat(kind.isOf(law)).isTrue();
            }
        }
    }

    @Example
    void an_opt_out_is_californias_and_gets_no_more_time() {
        for (RequestKind kind : OPT_OUTS) {
            assertThat(kind.isOf(Regulation.GDPR)).isFalse();
            assertThat(kind.isOf(Regulation.CCPA)).isTrue();
            assertThat(kind.extended(Regulation.CCPA, Instant.EPOCH)).isEmpty();
        }
    }
}
