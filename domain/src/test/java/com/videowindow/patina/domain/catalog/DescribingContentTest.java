package com.videowindow.patina.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.videowindow.patina.domain.commerce.Money;
import com.videowindow.patina.domain.interest.Facet;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescribingContentTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void facets_name_everything_that_interest_is_learned_from() {
        assertThat(described("joinery", "en", null, List.of("dovetail", "dovetail"))
                        .facets()
                        .values())
                .extracting(Facet::toString)
                .containsExactly(
                        "category:woodworking",
                        "subcategory:joinery",
                        "technique:dovetail",
                        "material:oak",
                        "skill:beginner",
                        "creator:ben");
    }

    @Test
    void the_fullest_description_still_fits_the_facets() {
        List<String> many = names("n", 20);
        Description full = new Description(
                "T",
                null,
                null,
                new CreatorId("ben"),
                "wood",
                "sub",
                many,
                names("t", 12),
                names("m", 12),
                SkillLevel.EXPERT,
                names("g", 100),
                "en");
        assertThat(full.facets().values()).hasSize(48);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "/relative.png", "https:opaque", "file:///etc"})
    void thumbnails_are_addresses_that_a_page_may_load(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> described("joinery", "en", URI.create(address), List.of()))
                .withMessageStartingWith("thumbnail must be");
    }

    @Test
    void blank_subcategories_and_unknown_languages_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> described(" ", "en", null, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> described("joinery", "English!", null, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> described("joinery", "en", null, names("t", 13)));
    }

    @Test
    void content_is_bounded() {
        assertThatIllegalArgumentException().isThrownBy(() -> content("x".repeat(100_001), Duration.ZERO, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> content(null, Duration.ofHours(49), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> content(null, Duration.ofSeconds(-1), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> content(null, null, List.of(Float.NaN)));
    }

    @Test
    void products_are_sold_in_regions_that_exist_and_from_stock_that_can() {
        assertThat(product(0, List.of("DE", "US-NY")).regions()).hasSize(2);
        assertThatIllegalArgumentException().isThrownBy(() -> product(0, List.of("Germany")));
        assertThatIllegalArgumentException().isThrownBy(() -> product(-1, List.of()));
    }

    private static Description described(
            String subcategory, String language, @Nullable URI thumbnail, List<String> techniques) {
        return new Description(
                "Dovetails",
                null,
                thumbnail,
                new CreatorId("ben"),
                "woodworking",
                subcategory,
                List.of(),
                techniques,
                List.of("oak"),
                SkillLevel.BEGINNER,
                List.of("handtools"),
                language);
    }

    private static Content content(@Nullable String transcript, @Nullable Duration duration, List<Float> embedding) {
        Description description = described("joinery", "en", null, List.of());
        return new Content(new ContentId("c"), description, transcript, duration, NOON, embedding);
    }

    private static Product product(int stock, List<String> regions) {
        Money price = new Money(BigDecimal.TEN, Currency.getInstance("EUR"));
        Description description = described("joinery", "en", null, List.of());
        return new Product(new ProductId("chisel"), description, price, stock, regions);
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }
}
