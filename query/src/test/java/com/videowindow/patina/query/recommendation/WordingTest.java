package com.videowindow.patina.query.recommendation;

import static com.videowindow.patina.query.Video.video;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.domain.recommendation.Reason;
import com.videowindow.patina.learning.preference.Proof;
import com.videowindow.patina.query.Workshop;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    private static final ContentId CHEST = new ContentId("chest");
    private final Wording wording =
            new Wording(new Workshop().shows(video("chest", "woodwork").content()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "finished-technique | technique:dovetail | 3  | Because you finished three dovetail videos",
                "liked-category     | category:woodwork  | 1  | Because you liked one woodwork video",
                "rated-category     | category:Drama     | 51 | Because you rated 51 Drama videos highly",
                "saved-skill        | skill:beginner     | 2  | Because you saved two videos for beginners",
                "watched-creator    | creator:mara       | 12 | Because you watched twelve videos by mara",
            })
    void deeds_are_told_with_their_number(String kind, String facet, int count, String words) {
        assertThat(english(new Reason(kind, Facet.parse(facet), List.of(), count)))
                .isEqualTo(words);
    }

    @Test
    void german_bends_the_verb_with_the_number() {
        assertThat(german(new Reason("liked-technique", Facet.parse("technique:Zinken"), List.of(), 1)))
                .isEqualTo("Weil dir ein Video zu „Zinken“ gefallen hat");
        assertThat(german(new Reason("liked-technique", Facet.parse("technique:Zinken"), List.of(), 2)))
                .isEqualTo("Weil dir zwei Videos zu „Zinken“ gefallen haben");
    }

    @Test
    void content_that_is_gone_is_not_named() {
        ContentId gone = new ContentId("gone");

        assertThat(english(new Reason("watched-together", null, List.of(gone), 1)))
                .isEqualTo("People with similar likes liked this too");
        assertThat(english(new Reason("watched-together", null, List.of(gone, CHEST), 2)))
                .isEqualTo("People who liked “Chest” liked this too");
    }

    @Test
    void every_kind_of_deed_and_facet_has_words_in_every_language() {
        for (Locale language : Languages.KNOWN) {
            for (Proof proof : Proof.values()) {
                for (FacetKind kind : FacetKind.values()) {
                    boolean skill = kind == FacetKind.SKILL;
                    Facet facet = new Facet(kind, skill ? "expert" : "x");
                    Reason reason = new Reason(ReasonKind.deed(proof, kind), facet, List.of(CHEST), 1);
                    assertThat(wording.worded(reason, language).text())
                            .doesNotContain("{")
                            .contains(
                                    skill
                                            ? ResourceBundle.getBundle("reasons", language)
                                                    .getString("skill.expert")
                                            : "x");
                }
            }
        }
    }

    @Test
    void every_language_has_the_same_words() {
        ResourceBundle english = ResourceBundle.getBundle("reasons", Locale.ENGLISH);
        ResourceBundle german = ResourceBundle.getBundle("reasons", Locale.GERMAN);

        assertThat(german.keySet()).isEqualTo(english.keySet());
    }

    private String english(Reason reason) {
        return wording.worded(reason, Locale.US).text();
    }

    private String german(Reason reason) {
        return wording.worded(reason, Locale.GERMANY).text();
    }
}
