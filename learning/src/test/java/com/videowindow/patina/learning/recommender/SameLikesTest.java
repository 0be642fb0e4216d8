package com.videowindow.patina.learning.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.feedback.FeedbackType;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.learning.Person;
import com.videowindow.patina.learning.preference.Liking;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What models are trained from somebody liking is what their lists go by, whatever they do and in whatever order it comes. */
class SameLikesTest {
    private static final List<FeedbackType> SAID =
            List.of(FeedbackType.LIKE, FeedbackType.DISLIKE, FeedbackType.COMMENT);
    private static final List<InteractionKind> DONE = List.of(
            InteractionKind.LIKE,
            InteractionKind.SKIP,
            InteractionKind.DISMISS,
            InteractionKind.SAVE,
            InteractionKind.COMMENT,
            InteractionKind.FOLLOW,
            InteractionKind.IMPRESSION);

    private final PreferenceModel profiles = new PreferenceModel();
    private final CrowdSignals crowd = new CrowdSignals();
    private ProfileState profile = ProfileState.EMPTY;

    SameLikesTest() {
        crowd.apply(Person.ANNA.allows(Purpose.TRAINING));
    }

    private void hear(AboutSubject event) {
        profile = profiles.apply(profile, event);
        crowd.apply(event);
        Basket served = Basket.of(Liking.latest(Liking.of(profile)));
        Basket trained = crowd.likes().getOrDefault(Person.ANNA.subject(), new Basket(List.of()));
        assertThat(trained.liked()).isEqualTo(served.liked());
        assertThat(trained.strengths()).isEqualTo(served.strengths());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatever_comes(int seed) {
        Random chance = new Random(seed);
        for (int i = 0; i < 400; i++) {
            String video = "video-" + chance.nextInt(12);
            double day = chance.nextInt(30);
            hear(
                    switch (chance.nextInt(6)) {
                        case 0 -> Person.ANNA.rates(video, 1 + chance.nextInt(17) / 4.0, day);
                        case 1 -> Person.ANNA.views(video, chance.nextDouble(), day);
                        case 2 -> Person.ANNA.finishes(video, day);
                        case 3 -> Person.ANNA.says(SAID.get(chance.nextInt(SAID.size())), video, day);
                        default -> Person.ANNA.does(DONE.get(chance.nextInt(DONE.size())), video, day);
                    });
        }
    }

    @Test
    void a_dislike_that_comes_late_and_a_doubt_after_a_like() {
        hear(Person.ANNA.does(InteractionKind.LIKE, "bowl", 2));
        hear(Person.ANNA.does(InteractionKind.SKIP, "bowl", 1));
        assertThat(crowd.baskets()).isNotEmpty();
        hear(Person.ANNA.rates("bowl", 2.75, 3));
        assertThat(crowd.baskets()).isEmpty();
    }

    @Test
    void of_many_likes_the_latest() {
        for (int i = 0; i < Liking.MOST + 20; i++) {
            hear(Person.ANNA.finishes("video-" + i, i));
        }
    }
}
