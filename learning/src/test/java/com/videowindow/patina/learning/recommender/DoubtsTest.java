package com.videowindow.patina.learning.recommender;

import static com.videowindow.patina.learning.Person.ANNA;
import static com.videowindow.patina.learning.Person.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.feedback.FeedbackType;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.learning.Person;
import com.videowindow.patina.learning.preference.Liking;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How unsure it is how well something is liked rests on all who met it and may be heard, and on nobody who left. */
class DoubtsTest {
    private static final ContentId CHEST = new ContentId("chest");

    private final CrowdSignals crowd = new CrowdSignals();

    @BeforeEach
    void anna_and_ben_allow_training() {
        crowd.apply(ANNA.allows(Purpose.TRAINING));
        crowd.apply(BEN.allows(Purpose.TRAINING));
    }

    private float doubt(String content) {
        return crowd.trending().doubt(new ContentId(content));
    }

    private static Person person(int series, int number) {
        return new Person(new SubjectId(new UUID(series, number)));
    }

    @Test
    void what_nobody_met_is_doubted_most() {
        crowd.apply(ANNA.finishes("chest", 0));
        crowd.apply(BEN.views("stool", 0.2, 0));

        assertThat(doubt("bowl")).isEqualTo(1);
        assertThat(doubt("chest")).isLessThan(1);
        assertThat(doubt("stool")).isLessThan(1);
    }

    /** Three liked it and one did not, of four who met anything: four and two of six, with the one who is asked beside them. */
    @Test
    void is_the_deviation_of_what_is_believed_beside_that_of_what_nobody_met() {
        crowd.apply(ANNA.finishes("chest", 0));
        crowd.apply(BEN.views("chest", 0.3, 0));
        for (int i = 0; i < 2; i++) {
            crowd.apply(person(1, i).allows(Purpose.TRAINING));
            crowd.apply(person(1, i).finishes("chest", 0));
        }
        double mean = 4.0 / 6;
        double of = (3 + Doubts.STRENGTH * mean) / (4 + Doubts.STRENGTH);
        double widest = Math.sqrt(mean * (1 - mean) / (Doubts.STRENGTH + 1));

        assertThat((double) doubt("chest"))
                .isCloseTo(Math.sqrt(of * (1 - of) / (Doubts.STRENGTH + 5)) / widest, within(1e-6));
    }

    @Test
    void whoever_met_it_counts_once_however_often_and_in_whatever_way() {
        crowd.apply(ANNA.views("chest", 0.2, 0));
        crowd.apply(ANNA.does(InteractionKind.SKIP, "chest", 1));
        float once = doubt("chest");
        crowd.apply(ANNA.views("chest", 0.4, 2));
        crowd.apply(ANNA.says(FeedbackType.NOT_INTERESTED, "chest", 3));

        assertThat(doubt("chest")).isEqualTo(once);
    }

    /** Who only saw that there is such a thing has not met it. */
    @Test
    void an_impression_is_no_meeting() {
        crowd.apply(ANNA.does(InteractionKind.IMPRESSION, "chest", 0));

        assertThat(doubt("chest")).isEqualTo(1);
    }

    @Test
    void whoever_likes_it_after_all_likes_it_and_whoever_changes_their_mind_met_it_without() {
        crowd.apply(ANNA.views("chest", 0.2, 0));
        crowd.apply(ANNA.finishes("chest", 1));
        CrowdSignals other = new CrowdSignals();
        other.apply(ANNA.allows(Purpose.TRAINING));
        other.apply(ANNA.finishes("chest", 1));
        assertThat(doubt("chest")).isEqualTo(other.trending().doubt(CHEST));

        crowd.apply(ANNA.rates("chest", 1, 2));
        assertThat(crowd.trending().size()).isZero();
        assertThat(crowd.baskets()).isEmpty();
        CrowdSignals third = new CrowdSignals();
        third.apply(ANNA.allows(Purpose.TRAINING));
        third.apply(ANNA.rates("chest", 1, 2));
        assertThat(doubt("chest")).isLessThan(1).isEqualTo(third.trending().doubt(CHEST));
    }

    @Test
    void whoever_may_not_be_heard_makes_nothing_surer() {
        Person clara = Person.CLARA;
        crowd.apply(clara.allows(Purpose.PERSONALIZATION));
        crowd.apply(clara.views("chest", 0.2, 0));

        assertThat(doubt("chest")).isEqualTo(1);
    }

    @Test
    void whoever_withdraws_objects_or_is_forgotten_takes_with_them_what_they_met() {
        for (Runnable leaving : List.<Runnable>of(
                () -> crowd.apply(ANNA.withdraws(Purpose.TRAINING)),
                () -> crowd.apply(ANNA.objects(Purpose.TRAINING)),
                () -> crowd.forget(ANNA.subject()),
                () -> crowd.leaveOut(ANNA.subject()))) {
            crowd.forget(ANNA.subject());
            crowd.apply(ANNA.allows(Purpose.TRAINING));
            crowd.apply(ANNA.views("chest", 0.2, 0));
            long before = crowd.leftOut();
            assertThat(doubt("chest")).isLessThan(1);
            leaving.run();
            assertThat(doubt("chest")).isEqualTo(1);
            assertThat(crowd.leftOut()).isEqualTo(before + 1);
        }
    }

    @Test
    void whoever_asked_to_be_erased_is_left_out_until_they_think_better_of_it() {
        crowd.apply(ANNA.views("chest", 0.2, 0));
        float met = doubt("chest");
        crowd.apply(ANNA.asksToLeave());
        assertThat(doubt("chest")).isEqualTo(1);

        crowd.apply(ANNA.stays());
        assertThat(doubt("chest")).isEqualTo(met);
    }

    @Test
    void what_is_heard_again_without_a_part_is_as_if_that_had_not_been() {
        crowd.apply(ANNA.views("chest", 0.2, 0));
        crowd.apply(ANNA.views("stool", 0.2, 0));
        crowd.hearAgain(ANNA.subject(), List.of(ANNA.allows(Purpose.TRAINING), ANNA.views("stool", 0.2, 0)));

        assertThat(doubt("chest")).isEqualTo(1);
        assertThat(doubt("stool")).isLessThan(1);
    }

    @Test
    void only_the_latest_that_a_person_passed_count() {
        for (int i = 0; i <= Liking.MOST; i++) {
            crowd.apply(ANNA.views("video-" + i, 0.2, i));
        }

        assertThat(doubt("video-0")).isEqualTo(1);
        assertThat(doubt("video-1")).isLessThan(1);
    }

    /** Neither by liking it nor by leaving it. */
    @Test
    void a_burst_of_newcomers_makes_nothing_surer() {
        for (int i = 0; i < 6; i++) {
            crowd.apply(person(1, i).allows(Purpose.TRAINING));
            for (int video = 0; video < 24; video++) {
                crowd.apply(person(1, i).finishes("video-" + video, video));
                crowd.apply(person(1, i).views("passed-" + video, 0.2, video));
            }
        }
        float before = doubt("video-1");
        for (int i = 0; i < 200; i++) {
            crowd.apply(person(2, i).allows(Purpose.TRAINING));
            crowd.apply(person(2, i).finishes("pushed", 30));
            crowd.apply(person(2, i).views("smeared", 0.2, 30));
        }

        assertThat(doubt("pushed")).isEqualTo(1);
        assertThat(doubt("smeared")).isEqualTo(1);
        assertThat(doubt("video-1")).isEqualTo(before);
    }
}
