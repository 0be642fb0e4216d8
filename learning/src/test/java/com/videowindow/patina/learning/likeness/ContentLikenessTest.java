package com.videowindow.patina.learning.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.CreatorId;
import com.videowindow.patina.domain.catalog.Description;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ContentLikenessTest {
    private static final List<String> WORDS =
            List.of("oak", "dovetail", "spoon", "wool", "scarf", "kiln", "glaze", "bowl", "saw", "plane");

    @Test
    void what_says_the_same_is_alike_and_what_shares_no_word_is_not() {
        ContentLikeness likeness = ContentLikeness.of(List.of(
                content("a", "Dovetails in oak"),
                content("b", "A dovetailed box of oak"),
                content("c", "Knitting a scarf of wool"),
                content("d", "A box of wool")));

        assertThat(likeness.of(0, 0)).isCloseTo(1, within(1e-3));
        assertThat(likeness.of(0, 1)).isGreaterThan(0.7);
        assertThat(likeness.of(0, 2)).isZero();
        assertThat(likeness.of(2, 3)).isBetween(0.1, 0.9).isEqualTo(likeness.of(3, 2));
    }

    /** Worked out by hand: each word is said by two of four, so all weigh the same. */
    @Test
    void is_the_cosine_of_words_by_their_rareness() {
        ContentLikeness likeness = ContentLikeness.of(List.of(
                content("a", "oak spoon"),
                content("b", "oak bowl"),
                content("c", "spoon glaze"),
                content("d", "bowl glaze")));

        assertThat(likeness.of(0, 1)).isCloseTo(0.5, within(1e-4));
        assertThat(likeness.of(0, 3)).isZero();
    }

    @Test
    void words_that_everybody_says_tell_nothing() {
        ContentLikeness likeness = ContentLikeness.of(
                List.of(content("a", "the oak"), content("b", "the wool"), content("c", "the oak and the saw")));

        assertThat(likeness.of(0, 1)).isZero();
        assertThat(likeness.of(0, 2)).isCloseTo(1, within(1e-3));
    }

    @Test
    void an_embedding_counts_as_much_as_the_words_where_both_have_one() {
        List<Content> catalogue = List.of(
                content("a", "oak spoon", 1f, 0f),
                content("b", "oak spoon", 0f, 1f),
                content("c", "wool scarf", 1f, 0f),
                content("d", "wool scarf", 0f, 1f),
                content("e", "oak spoon"));
        ContentLikeness likeness = ContentLikeness.of(catalogue);

        assertThat(likeness.of(0, 1)).isCloseTo(0, within(1e-3));
        assertThat(likeness.of(0, 2)).isCloseTo(0.5, within(1e-3));
        assertThat(likeness.of(0, 3)).isCloseTo(-0.5, within(1e-3));
        assertThat(likeness.of(0, 4)).isCloseTo(1, within(1e-3));
    }

    @Test
    void what_all_embeddings_have_in_common_tells_nothing() {
        ContentLikeness likeness = ContentLikeness.ofEmbeddings(
                List.of(content("a", "-", 10f, 1f), content("b", "-", 10f, -1f), content("c", "-", 10f, 1f)));

        assertThat(likeness.of(0, 2)).isCloseTo(0.5, within(1e-3));
        assertThat(likeness.of(0, 1)).isNegative();
    }

    /** Taking a like away lowers a score by exactly what it is said to add. */
    @Property(tries = 200)
    void a_score_is_the_sum_of_what_each_like_adds(
            @ForAll @Size(min = 3, max = 12) List<@IntRange(max = 1023) Integer> texts,
            @ForAll @IntRange(min = 1, max = 64) int strength) {
        List<Content> catalogue = IntStream.range(0, texts.size())
                .mapToObj(i -> told(i, texts.get(i)))
                .toList();
        ContentLikeness likeness = ContentLikeness.of(catalogue);
        int[] liked = IntStream.range(1, catalogue.size()).toArray();
        double[] strengths = IntStream.of(liked)
                .mapToDouble(i -> (strength + i) % 64 / 16.0 + 0.0625)
                .toArray();
        ContentLikeness.Person person = likeness.person(liked, strengths);
        double[] told = person.told(0);

        assertThat(Arrays.stream(told).sum()).isEqualTo(person.score(0));
        ContentLikeness.Person without =
                likeness.person(Arrays.copyOf(liked, liked.length - 1), Arrays.copyOf(strengths, liked.length - 1));
        assertThat(without.score(0)).isEqualTo(person.score(0) - told[told.length - 1]);
    }

    private static Content told(int number, int bits) {
        String text = IntStream.range(0, WORDS.size())
                .filter(word -> (bits >> word & 1) == 1)
                .mapToObj(WORDS::get)
                .reduce("video", (one, other) -> one + " " + other);
        Float[] embedding = number % 3 == 0 ? new Float[0] : new Float[] {bits % 7f, bits % 5f - 2, 1f};
        return content("c" + number, text, embedding);
    }

    private static Content content(String id, String title, Float... embedding) {
        Description description = new Description(
                title,
                null,
                null,
                new CreatorId("mara"),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                "en");
        return new Content(new ContentId(id), description, null, null, Instant.EPOCH, List.of(embedding));
    }
}
