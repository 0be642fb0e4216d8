package com.videowindow.patina.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {

    @Property
    void identifiers_of_letters_pass_unchanged(@ForAll @AlphaChars @StringLength(min = 1, max = 64) String name) {
        assertThat(Check.identifier("name", name, 64)).isSameAs(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "../etc", "-a", "a/b", "a\\b", "ä", "a\n", "a%00", "<a>", "a\u0000"})
    void identifiers_hold_nothing_that_could_be_read_as_more_than_a_name(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Check.identifier("name", name, 64))
                .withMessageStartingWith("name must be 1 to 64 letters");
    }

    @Property
    void text_is_refused_without_repeating_it(@ForAll @StringLength(min = 11, max = 40) String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Check.text("note", text, 10))
                .withMessage("note must be 1 to 10 characters and not blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"half a pair \uD800", "\uDC00", "bell \u0007", "nul \u0000"})
    void text_that_cannot_be_written_as_utf8_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Check.text("note", text, 100));
        assertThatIllegalArgumentException().isThrownBy(() -> Check.optionalText("note", text, 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zapfen & Schlitz", "😀 fine", "two\nlines\tof text", "木工"})
    void text_in_any_language_passes(String text) {
        assertThat(Check.text("note", text, 100)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de-AT", "zh-Hant-TW", "pt-BR", "gsw", "es-419"})
    void languages_are_bcp_47_tags(String tag) {
        assertThat(Check.language("language", tag)).isEqualTo(tag);
        assertThat(Check.language("language", tag.toUpperCase(Locale.ROOT))).isEqualTo(tag);
        assertThat(Check.existingLanguage("language", tag)).isEqualTo(tag);
        assertThat(Check.plainLanguage("language", tag)).isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"english", "xx", "xxx", "en-UK", "und", "x-ours"})
    void languages_and_countries_that_do_not_exist_are_refused_of_what_is_new(String tag) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Check.existingLanguage("language", tag))
                .withMessage("language must be a BCP 47 language tag that is registered");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en-x-anna",
                "en-US-x-lvariant-anna",
                "en-a-anna",
                "en-u-ca-buddhist",
                "en-maryjane",
                "de-1996",
                "en-Anna",
                "x-anna"
            })
    void what_can_be_any_words_is_refused_of_a_plain_language(String tag) {
        assertThat(Check.language("language", tag)).isEqualTo(tag); // and is read where it was stored
        assertThatIllegalArgumentException().isThrownBy(() -> Check.plainLanguage("language", tag));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "english language", "e", "en_US", "en-", "--"})
    void other_names_of_languages_are_refused(String tag) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Check.language("language", tag))
                .withMessage("language must be a BCP 47 language tag");
    }

    @Property
    void ranges_take_exactly_what_lies_inside(@ForAll double value) {
        boolean inside = value >= 0 && value <= 1;
        if (inside) {
            Check.range("weight", value, 0, 1);
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Check.range("weight", value, 0, 1))
                    .withMessage("weight must be between 0 and 1");
        }
    }

    @Example
    void not_a_number_lies_in_no_range() {
        assertThatIllegalArgumentException().isThrownBy(() -> Check.range("weight", Double.NaN, 0, 1));
    }

    @Example
    void lists_are_bounded_and_hold_no_gaps() {
        assertThat(Check.atMost("tags", 2, null)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Check.atMost("tags", 2, Collections.nCopies(3, "a")))
                .withMessage("tags must have at most 2 entries");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Check.atMost("tags", 2, Arrays.asList("a", null)))
                .withMessage("tags must have no empty entries");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://tool.example", "http://localhost:8080/told", "http://127.0.0.1", "http://[::1]:8080/"})
    void an_address_is_safe_if_nobody_on_the_way_can_read_what_is_sent_there(String address) {
        assertThat(Check.isSafe(URI.create(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://tool.example",
                "http://localhost.example",
                "http://me@tool.example",
                "https:tool.example",
                "https:///told",
                "//tool.example",
                "file://localhost/told",
                "ftp://tool.example",
                "/told"
            })
    void an_address_that_is_read_on_the_way_or_names_no_host_is_not(String address) {
        assertThat(Check.isSafe(URI.create(address))).isFalse();
    }
}
