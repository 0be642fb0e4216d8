package com.videowindow.patina.query.recommendation;

import static com.videowindow.patina.query.Video.video;
import static com.videowindow.patina.query.Workshop.ANNA;
import static com.videowindow.patina.query.Workshop.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.domain.recommendation.Pages;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.query.Workshop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Of more than twenty thousand pieces, five hundred are ranked. */
class CandidatesTest {
    private static final Shelf LARGE;
    private static final Workshop WORKSHOP = new Workshop().allows(ANNA);

    static {
        Random chance = new Random(5);
        Content[] shown = new Content[Candidates.ALL + 1_000];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = video("v" + i, "c" + chance.nextInt(12), "t" + chance.nextInt(300))
                    .by("maker" + chance.nextInt(2_000))
                    .published(NOW.minusSeconds(chance.nextInt(40_000_000)))
                    .content();
        }
        WORKSHOP.shows(shown);
        for (int i = 0; i < 12; i++) {
            WORKSHOP.hears(ANNA, InteractionKind.LIKE, "v" + chance.nextInt(shown.length));
        }
        LARGE = new Shelves(WORKSHOP, WORKSHOP, WORKSHOP).now();
    }

    private static ListMaking.Wanted wanted(long id, ListTerms asked, int limit) {
        return new ListMaking.Wanted(
                new RecommendationId(new UUID(id, 7)),
                Tuning.of(Algorithm.HYBRID, false),
                true,
                Pool.EVERYTHING,
                asked,
                limit,
                NOW);
    }

    private static ListMaking making(long id, ListTerms asked, int limit) {
        return new ListMaking(LARGE, wanted(id, asked, limit), WORKSHOP.profile(ANNA));
    }

    private static Set<ContentId> ids(List<ServedItem> items) {
        return new HashSet<>(items.stream().map(ServedItem::content).toList());
    }

    @Test
    void the_list_is_that_of_a_scan_of_everything_or_nearly() {
        int alike = 0;
        for (int id = 0; id < 20; id++) {
            ListMaking making = making(id, ListTerms.NOTHING, 10);
            BitSet eligible = making.eligible();
            assertThat(eligible.cardinality()).isGreaterThan(Candidates.ALL);
            Set<ContentId> both = ids(making.best(eligible));
            assertThat(both).hasSize(10);
            both.retainAll(ids(whole(id).best(new Scan(LARGE.order(), eligible, Budget.UNLIMITED), 10)));
            alike += both.size();
        }
        assertThat(alike).isGreaterThanOrEqualTo(190);
    }

    private static Ranking whole(long id) {
        ListMaking.Wanted wanted = wanted(id, ListTerms.NOTHING, 10);
        Taste taste = Taste.of(profile(), LARGE, new PreferenceModel(), NOW, null);
        Scorer scorer = new Scorer(LARGE, taste, Related.TO_NOTHING, wanted.weights(), 1, wanted.seed(), NOW);
        return new Ranking(LARGE, scorer, wanted.weights(), new Reasons(LARGE, taste, scorer, null), List.of());
    }

    private static ProfileState profile() {
        return Objects.requireNonNull(WORKSHOP.profile(ANNA));
    }

    @Test
    void made_again_it_is_the_same_list() {
        Shelf again = new Shelf(LARGE.catalog(), LARGE.learned(), null);
        ListMaking other = new ListMaking(again, wanted(3, ListTerms.NOTHING, 20), WORKSHOP.profile(ANNA));
        ListMaking one = making(3, ListTerms.NOTHING, 20);

        assertThat(other.best(other.eligible())).isEqualTo(one.best(one.eligible()));
    }

    @Test
    void no_more_than_five_hundred_are_ranked_and_none_that_may_not_be_offered() {
        BitSet eligible = making(1, ListTerms.NOTHING, 10).eligible();
        Taste taste = Taste.of(profile(), LARGE, new PreferenceModel(), NOW, null);
        Scorer scorer = new Scorer(
                LARGE,
                taste,
                Related.TO_NOTHING,
                wanted(1, ListTerms.NOTHING, 10).weights(),
                1,
                1,
                NOW);
        Candidates candidates = new Candidates(LARGE, taste, scorer);
        BitSet before = (BitSet) eligible.clone();

        BitSet ranked = candidates.of(eligible, new int[0]);
        assertThat(eligible).isEqualTo(before);
        assertThat(ranked.cardinality()).isEqualTo(Candidates.RANKED);
        ranked.andNot(eligible);
        assertThat(ranked.isEmpty()).isTrue();
    }

    @Test
    void what_fits_is_ranked_whole() {
        Scorer scorer =
                new Scorer(LARGE, Taste.NONE, Related.TO_NOTHING, Tuning.of(Algorithm.HYBRID, false), 1, 1, NOW);
        BitSet few = new BitSet();
        few.set(0, Candidates.ALL);

        assertThat(new Candidates(LARGE, Taste.NONE, scorer).of(few, new int[0]))
                .isSameAs(few);
    }

    @Test
    void pages_choose_from_the_same() {
        List<ServedItem> walked = new ArrayList<>();
        ListTerms asked = ListTerms.NOTHING;
        Instant since = NOW;
        for (int page = 0; page < 4; page++) {
            ListMaking making = making(9, asked, 25);
            walked.addAll(making.best(making.eligible()));
            asked = ListTerms.NOTHING.after(new Pages(
                    new RecommendationId(new UUID(9, 7)),
                    since,
                    walked.stream().map(ServedItem::content).toList()));
        }
        ListMaking atOnce = making(9, ListTerms.NOTHING, 100);
        assertThat(undrawn(walked)).isEqualTo(undrawn(atOnce.best(atOnce.eligible())));
    }

    /** Of how likely an item was only the first page tells. */
    private static List<ServedItem> undrawn(List<ServedItem> items) {
        return items.stream()
                .map(item ->
                        new ServedItem(item.content(), item.rank(), item.score(), item.contributions(), item.reasons()))
                .toList();
    }
}
