package com.videowindow.patina.learning.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.catalog.ContentId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CoOccurrenceTest {
    private static final ContentId CHEST = new ContentId("chest");
    private static final ContentId STOOL = new ContentId("stool");
    private static final ContentId SOAP = new ContentId("soap");

    @Test
    void what_is_liked_by_the_same_people_goes_together() {
        CoOccurrence together =
                CoOccurrence.train(List.of(liked(CHEST, STOOL), liked(CHEST, STOOL), liked(CHEST, SOAP), liked(SOAP)));

        assertThat(together.neighbours(CHEST)).extracting(Neighbour::content).containsExactly(STOOL, SOAP);
        assertThat(together.neighbours(STOOL)).extracting(Neighbour::content).containsExactly(CHEST);
        assertThat(together.support(together.numberOf(CHEST))).isEqualTo(3);
    }

    @Test
    void a_few_people_in_common_prove_less_than_many() {
        List<Basket> many = Collections.nCopies(20, liked(CHEST, STOOL));

        assertThat(CoOccurrence.train(many).neighbours(CHEST).getFirst().similarity())
                .isGreaterThan(CoOccurrence.train(many.subList(0, 2))
                        .neighbours(CHEST)
                        .getFirst()
                        .similarity());
    }

    @Test
    void somebody_who_likes_everything_says_less() {
        ContentId[] all = new ContentId[100];
        Arrays.setAll(all, i -> new ContentId("v" + i));
        List<Basket> baskets = new ArrayList<>(List.of(liked(all), liked(all)));
        baskets.add(liked(all[0], all[1]));
        baskets.add(liked(all[0], all[1]));
        CoOccurrence together = CoOccurrence.train(baskets);

        assertThat(together.neighbours(all[0]).getFirst().content()).isEqualTo(all[1]);
        assertThat(together.neighbours(all[0])).hasSize(CoOccurrence.NEIGHBOURS);
    }

    @Test
    void the_order_of_the_baskets_changes_nothing() {
        Random chance = new Random(7);
        List<Basket> baskets = new ArrayList<>();
        for (int person = 0; person < 80; person++) {
            baskets.add(new Basket(chance.ints(20, 0, 60)
                    .distinct()
                    .mapToObj(i -> new ContentId("v" + i))
                    .toList()));
        }
        List<Basket> shuffled = new ArrayList<>(baskets);
        Collections.shuffle(shuffled, chance);
        CoOccurrence one = CoOccurrence.train(baskets);
        CoOccurrence other = CoOccurrence.train(shuffled);

        for (int i = 0; i < one.size(); i++) {
            assertThat(other.neighbours(one.content(i))).isEqualTo(one.neighbours(one.content(i)));
        }
    }

    @Test
    void the_numbers_tell_the_same_as_the_names() {
        CoOccurrence together = CoOccurrence.train(List.of(liked(CHEST, STOOL), liked(CHEST, SOAP)));
        int chest = together.numberOf(CHEST);
        float[] scores = new float[together.size()];
        together.addNeighbours(chest, 2, scores);

        assertThat(together.neighbours(CHEST)).allSatisfy(near -> {
            int number = together.numberOf(near.content());
            assertThat(together.similarity(chest, number)).isEqualTo(near.similarity());
            assertThat(scores[number]).isEqualTo((float) (2 * near.similarity()));
        });
    }

    @Test
    void unknown_content_has_no_neighbours() {
        assertThat(CoOccurrence.NONE.neighbours(CHEST)).isEmpty();
        assertThat(CoOccurrence.NONE.numberOf(CHEST)).isEqualTo(-1);
    }

    private static Basket liked(ContentId... contents) {
        return new Basket(List.of(contents));
    }
}
