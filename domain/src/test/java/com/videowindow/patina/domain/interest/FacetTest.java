package com.videowindow.patina.domain.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.videowindow.patina.domain.catalog.SkillLevel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FacetTest {

    @Provide
    Arbitrary<Facet> facets() {
        Arbitrary<String> values = Arbitraries.strings()
                .withCharRange(' ', '\uD7FF')
                .ofMinLength(1)
                .ofMaxLength(100)
                .filter(FacetTest::isText);
        Arbitrary<Facet> skills = Arbitraries.of(SkillLevel.class)
                .map(level -> new Facet(FacetKind.SKILL, level.name().toLowerCase(Locale.ROOT)));
        Arbitrary<FacetKind> open = Arbitraries.of(FacetKind.class).filter(kind -> kind != FacetKind.SKILL);
        return Arbitraries.oneOf(Combinators.combine(open, values).as(Facet::new), skills);
    }

    @Property
    void what_is_written_is_read_again(@ForAll("facets") Facet facet) {
        assertThat(Facet.parse(facet.toString())).isEqualTo(facet);
    }

    @Property
    void order_agrees_with_equality(@ForAll("facets") Facet one, @ForAll("facets") Facet other) {
        assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
    }

    @Example
    void a_colon_in_the_value_stays_there() {
        assertThat(Facet.parse("material:board: oak")).isEqualTo(new Facet(FacetKind.MATERIAL, "board: oak"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "dovetail", ":dovetail", "mood:calm", "technique", "technique:", "technique:  ", "skill:guru"
            })
    void what_is_not_kind_and_value_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Facet.parse(text))
                .withMessageStartingWith("facet must be");
    }

    @Property
    void facets_of_content_are_a_set_whatever_the_order(@ForAll("facets") Facet one, @ForAll("facets") Facet other) {
        List<Facet> there = List.of(one, other, one);
        List<Facet> back = new ArrayList<>(there);
        Collections.reverse(back);

        assertThat(new Facets(there)).isEqualTo(new Facets(back));
        assertThat(new Facets(there).values()).doesNotHaveDuplicates().isSorted();
    }

    @Example
    void facets_are_bounded() {
        List<Facet> many = IntStream.rangeClosed(0, Facets.MAX)
                .mapToObj(i -> new Facet(FacetKind.MATERIAL, "m" + i))
                .toList();
        assertThatIllegalArgumentException().isThrownBy(() -> new Facets(many));
    }

    private static boolean isText(String value) {
        return !value.isBlank() && value.chars().noneMatch(Character::isISOControl);
    }
}
