package com.videowindow.patina.learning.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.CreatorId;
import com.videowindow.patina.domain.catalog.Description;
import com.videowindow.patina.domain.catalog.SkillLevel;
import com.videowindow.patina.domain.interest.Facet;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadingFacetsTest {
    private static final List<Content> CATALOGUE = List.of(
            described("chest", "woodworking", List.of("dovetail", "sawing"), List.of("oak"), SkillLevel.ADVANCED),
            described("table", "woodworking", List.of("mortise and tenon"), List.of("pine"), SkillLevel.BEGINNER),
            described("stool", "woodworking", List.of("tenon", "carving"), List.of("ash"), null),
            described("mug", "ceramics", List.of("throwing"), List.of("stoneware clay", "clay"), null));
    private static final FacetExtractor EXTRACTOR = FacetExtractor.of(CATALOGUE);

    private static Content described(
            String id, String category, List<String> techniques, List<String> materials, @Nullable SkillLevel skill) {
        return content(id, "No. " + id, null, null, "en", category, techniques, materials, skill);
    }

    private static Content told(String title, @Nullable String summary, @Nullable String transcript) {
        return content("new", title, summary, transcript, "en", "woodworking", List.of(), List.of(), null);
    }

    private static Content content(
            String id,
            String title,
            @Nullable String summary,
            @Nullable String transcript,
            String language,
            String category,
            List<String> techniques,
            List<String> materials,
            @Nullable SkillLevel skill) {
        Description description = new Description(
                title,
                summary,
                null,
                new CreatorId("mara"),
                category,
                null,
                List.of(),
                techniques,
                materials,
                skill,
                List.of(),
                language);
        return new Content(new ContentId(id), description, transcript, null, Instant.EPOCH, List.of());
    }

    private static List<Facet> read(Content content) {
        return EXTRACTOR.read(content).stream().map(Extracted::facet).toList();
    }

    private static double confidence(String facet, Content content) {
        return EXTRACTOR.read(content).stream()
                .filter(one -> one.facet().equals(Facet.parse(facet)))
                .mapToDouble(Extracted::confidence)
                .findFirst()
                .orElse(0);
    }

    @Test
    void words_are_known_in_any_form() {
        assertThat(read(told("Dovetailed boxes, carved and sawn in Oak", null, null)))
                .containsExactlyInAnyOrder(
                        Facet.parse("technique:dovetail"),
                        Facet.parse("technique:carving"),
                        Facet.parse("material:oak"));
    }

    @Test
    void the_longest_term_is_meant() {
        assertThat(read(told("A mortise and tenon in stoneware clay", null, null)))
                .containsExactlyInAnyOrder(
                        Facet.parse("technique:mortise and tenon"), Facet.parse("material:stoneware clay"));
    }

    @Test
    void what_content_says_of_itself_already_is_not_read_again() {
        Content known = content(
                "known", "Dovetails in oak", null, null, "en", "woodworking", List.of("sawing"), List.of(), null);
        assertThat(read(known)).containsExactly(Facet.parse("material:oak"));
    }

    @Test
    void a_title_says_it_surer_than_something_spoken_by_the_way() {
        double title = confidence("technique:dovetail", told("Dovetails", null, null));
        double spoken = confidence("technique:dovetail", told("A box", null, "Here is a dovetail."));
        double often = confidence("technique:dovetail", told("A box", null, "A dovetail. And a dovetail. A dovetail!"));

        assertThat(title).isGreaterThan(often).isGreaterThan(0.6);
        assertThat(often).isGreaterThan(spoken);
        assertThat(spoken).isBetween(0.05, 0.5);
    }

    @Test
    void several_places_make_it_surer_and_are_named() {
        Content twice = told("Dovetails", "We cut a dovetail.", null);
        Extracted read = EXTRACTOR.read(twice).getFirst();

        assertThat(read.said()).containsExactly(Field.TITLE, Field.DESCRIPTION);
        assertThat(read.confidence()).isGreaterThan(confidence("technique:dovetail", told("Dovetails", null, null)));
    }

    @Test
    void what_is_said_not_to_be_needed_counts_little() {
        assertThat(confidence("material:oak", told("A box", "You do not need oak.", null)))
                .isLessThan(0.5 * confidence("material:oak", told("A box", "You need oak.", null)));
    }

    @Test
    void what_never_goes_with_the_category_counts_little() {
        assertThat(confidence("technique:throwing", told("A box", "Throwing.", null)))
                .isLessThan(0.6 * confidence("technique:dovetail", told("A box", "Dovetails.", null)));
    }

    @Test
    void of_levels_the_surest_is_read() {
        assertThat(read(told("Advanced boxes", null, "Beginners may watch.")))
                .containsExactly(Facet.parse("skill:advanced"));
    }

    @Test
    void words_of_other_languages_are_taken_as_they_are() {
        Content german =
                content("de", "Oak und dovetails", null, null, "de", "woodworking", List.of(), List.of(), null);
        assertThat(read(german)).containsExactly(Facet.parse("material:oak"));
    }

    @Test
    void nothing_is_read_from_nothing() {
        assertThat(read(told("A quiet evening", null, null))).isEmpty();
    }
}
