package com.videowindow.patina.learning.recommender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.learning.Person;
import com.videowindow.patina.learning.recommender.Vouching.Heads;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VouchingTest {
    private static final ContentId PUSHED = new ContentId("pushed");

    private static List<ContentId> liked(CrowdSignals crowd, Person person) {
        return Objects.requireNonNull(crowd.likes().get(person.subject())).liked();
    }

    /** Forty works that ten like who were about, and one newcomer to each five of them. */
    private static List<Heads> usual() {
        return new ArrayList<>(IntStream.range(0, 40)
                .mapToObj(i -> new Heads(new ContentId("video-" + i), 10, 2))
                .toList());
    }

    private static CrowdSignals ofSixWhoWereAbout() {
        CrowdSignals crowd = new CrowdSignals();
        for (int person = 0; person < 6; person++) {
            Person one = new Person(new SubjectId(new UUID(1, person)));
            crowd.apply(one.allows(Purpose.TRAINING));
            for (int video = 0; video < 24; video++) {
                crowd.apply(one.finishes("video-" + video, video));
            }
        }
        return crowd;
    }

    private static double ofNewcomers(Heads pushed) {
        List<Heads> all = usual();
        all.add(pushed);
        return Vouching.of(all.stream()).ofNewcomers(PUSHED);
    }

    @Test
    void newcomers_count_together_as_many_as_there_usually_are() {
        assertThat(ofNewcomers(new Heads(PUSHED, 10, 2))).isEqualTo(1);
        assertThat(ofNewcomers(new Heads(PUSHED, 10, 500))).isCloseTo(2.0 / 500, within(1e-12));
        assertThat(ofNewcomers(new Heads(PUSHED, 0, 500))).isZero();
        assertThat(ofNewcomers(new Heads(PUSHED, 500, 10))).isEqualTo(1);
    }

    @Test
    void nobody_vouches_where_most_are_new_or_too_little_is_known() {
        Heads pushed = new Heads(PUSHED, 0, 500);
        assertThat(Vouching.of(IntStream.range(0, 40).mapToObj(i -> new Heads(new ContentId("video-" + i), 10, 11)))
                        .ofNewcomers(PUSHED))
                .isEqualTo(1);
        assertThat(Vouching.of(List.of(new Heads(new ContentId("bowl"), 10, 2), pushed).stream())
                        .ofNewcomers(PUSHED))
                .isEqualTo(1);
    }

    @Test
    void whoever_comes_back_after_days_is_a_newcomer_no_more_and_counts_as_anybody_from_then_on() {
        CrowdSignals crowd = ofSixWhoWereAbout();
        Person newcomer = new Person(new SubjectId(new UUID(2, 0)));
        crowd.apply(newcomer.allows(Purpose.TRAINING));
        crowd.apply(newcomer.finishes("pushed", 0));
        assertThat(crowd.trending().share(PUSHED)).isZero();
        assertThat(liked(crowd, newcomer)).isEmpty();

        crowd.apply(newcomer.asksToLeave());
        crowd.apply(newcomer.stays());
        crowd.apply(newcomer.finishes("video-1", 3));
        assertThat(crowd.trending().share(PUSHED)).isPositive();
        assertThat(liked(crowd, newcomer)).contains(PUSHED);

        crowd.apply(newcomer.rates("video-1", 1, 4));
        assertThat(crowd.trending().share(PUSHED)).as("a newcomer again").isZero();
    }

    @Test
    void what_a_client_says_of_its_times_makes_nobody_established_unless_an_operator_took_them_over() {
        CrowdSignals crowd = ofSixWhoWereAbout();
        Person bot = new Person(new SubjectId(new UUID(2, 0)));
        crowd.apply(bot.allows(Purpose.TRAINING));
        crowd.apply(late(bot.finishes("video-1", 0), 4));
        crowd.apply(bot.finishes("pushed", 4));
        assertThat(crowd.trending().share(PUSHED)).isZero();

        Person moved = new Person(new SubjectId(new UUID(2, 1)));
        crowd.apply(new ConsentGiven(
                moved.subject(), Purpose.TRAINING, new PolicyVersion("1"), Channel.IMPORT, Person.DAY_0));
        crowd.apply(late(moved.finishes("video-1", 0), 4));
        crowd.apply(moved.finishes("pushed", 4));
        assertThat(crowd.trending().share(PUSHED)).isPositive();
    }

    private static InteractionRecorded late(InteractionRecorded deed, double received) {
        return new InteractionRecorded(
                deed.subject(),
                deed.message(),
                deed.session(),
                deed.kind(),
                deed.content(),
                deed.facets(),
                deed.engagement(),
                deed.context(),
                deed.sale(),
                deed.at(),
                Person.day(received));
    }
}
