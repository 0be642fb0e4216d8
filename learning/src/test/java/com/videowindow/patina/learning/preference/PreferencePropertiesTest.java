package com.videowindow.patina.learning.preference;

import static com.videowindow.patina.learning.Person.ANNA;
import static com.videowindow.patina.learning.Person.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PreferencePropertiesTest {
    private static final PreferenceModel MODEL = new PreferenceModel();

    @Property(tries = 200)
    void the_order_of_arrival_does_not_change_the_scores(
            @ForAll("deeds") List<InteractionRecorded> deeds, @ForAll Random chance) {
        List<InteractionRecorded> shuffled = new ArrayList<>(deeds);
        Collections.shuffle(shuffled, chance);

        List<FacetEvidence> inOrder = MODEL.applyAll(null, deeds).facets();
        List<FacetEvidence> outOfOrder = MODEL.applyAll(null, shuffled).facets();

        assertThat(outOfOrder)
                .extracting(FacetEvidence::facet)
                .isEqualTo(inOrder.stream().map(FacetEvidence::facet).toList());
        for (int i = 0; i < inOrder.size(); i++) {
            assertThat(outOfOrder.get(i).positive()).isCloseTo(inOrder.get(i).positive(), within(1e-9));
            assertThat(outOfOrder.get(i).negative()).isCloseTo(inOrder.get(i).negative(), within(1e-9));
            assertThat(outOfOrder.get(i).at()).isEqualTo(inOrder.get(i).at());
            assertThat(outOfOrder.get(i).count()).isEqualTo(inOrder.get(i).count());
        }
    }

    @Property(tries = 200)
    void it_does_not_matter_how_a_log_is_cut_into_batches(@ForAll("deeds") List<InteractionRecorded> deeds) {
        ProfileState oneByOne = null;
        for (AboutSubject deed : deeds) {
            oneByOne = MODEL.apply(oneByOne, deed);
        }

        assertThat(MODEL.applyAll(null, deeds)).isEqualTo(oneByOne == null ? ProfileState.EMPTY : oneByOne);
    }

    @Property(tries = 200)
    void one_more_like_never_lowers_a_score(@ForAll("deeds") List<InteractionRecorded> deeds) {
        Learned before = new Learned(MODEL.applyAll(null, deeds))
                .then(ANNA.does(InteractionKind.LIKE, "first", 0, "technique:t1"))
                .then(ANNA.does(InteractionKind.IMPRESSION, "shown", 400, "technique:t1"));
        Learned after = before.then(ANNA.does(InteractionKind.LIKE, "one-more", 400, "technique:t1"));

        assertThat(after.score("technique:t1")).isGreaterThan(before.score("technique:t1"));
        assertThat(after.interest("technique:t1").confidence())
                .isGreaterThan(before.interest("technique:t1").confidence());
    }

    @Property(tries = 200)
    void scores_and_confidences_stay_within_bounds(@ForAll("deeds") List<InteractionRecorded> deeds) {
        assertThat(MODEL.interests(MODEL.applyAll(null, deeds), day(1000))).allSatisfy(interest -> {
            assertThat(interest.score()).isBetween(0.0, Posterior.LEARNED_CEILING);
            assertThat(interest.confidence()).isBetween(0.0, 1.0);
        });
    }

    @Property(tries = 2)
    void a_profile_is_bounded_however_much_is_done(@ForAll Random chance) {
        List<InteractionRecorded> much = new ArrayList<>();
        for (int i = 0; i < 5_300; i++) {
            much.add(ANNA.finishes("video-" + i, chance.nextInt(900), "technique:t" + chance.nextInt(900)));
        }

        ProfileState state = MODEL.applyAll(null, much);

        assertThat(state.facets()).hasSize(ProfileState.MAX_FACETS);
        assertThat(state.seen()).hasSize(ProfileState.MAX_SEEN);
    }

    @Provide
    Arbitrary<List<InteractionRecorded>> deeds() {
        Arbitrary<InteractionKind> kinds = Arbitraries.of(InteractionKind.values());
        Arbitrary<Integer> videos = Arbitraries.integers().between(1, 12);
        Arbitrary<Integer> days = Arbitraries.integers().between(0, 400);
        return Combinators.combine(kinds, videos, days)
                .as((kind, video, day) -> deed(kind, video, day))
                .list()
                .ofMaxSize(40);
    }

    private static InteractionRecorded deed(InteractionKind kind, int video, int day) {
        String[] facets = {"technique:t" + video % 4, "creator:c" + video % 3};
        return switch (kind) {
            case RATE -> ANNA.rates("video-" + video, video % 5 + 0.5, day, facets);
            case VIEW -> ANNA.views("video-" + video, day % 11 / 10.0, day, facets);
            default -> ANNA.does(kind, "video-" + video, day, facets);
        };
    }
}
