package com.videowindow.patina.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.Description;
import com.videowindow.patina.domain.commerce.Money;
import com.videowindow.patina.domain.commerce.OrderLine;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.Facets;
import com.videowindow.patina.domain.interest.Preferences;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadJsonTest {

    /** A request as {@code api} would declare it. */
    record Request(
            SubjectId subject,
            InteractionKind kind,
            @Nullable Instant at,
            List<Line> lines,
            @Nullable Double weight,
            @Nullable Integer rank,
            @Nullable Duration length,
            @Nullable Money price,
            @Nullable Facet facet) {}

    record Line(OrderLine line, String note) {}

    @ParameterizedTest
    @ValueSource(strings = {"add_to_cart", "ADD_TO_CART", "add-to-cart", "addToCart", "Add To Cart"})
    void takes_enums_in_every_usual_spelling(String spelling) throws JsonProcessingException {
        assertThat(PatinaJson.strict().readValue("\"" + spelling + "\"", InteractionKind.class))
                .isEqualTo(InteractionKind.ADD_TO_CART);
    }

    @Test
    void takes_absent_and_null_lists_as_empty() throws JsonProcessingException {
        Description description = PatinaJson.strict()
                .readValue(
                        "{\"title\":\"T\",\"creator\":\"ben\",\"category\":\"wood\",\"tags\":null}", Description.class);
        assertThat(description.tags()).isEmpty();
        assertThat(description.techniques()).isEmpty();
    }

    @Test
    void passes_over_unknown_fields_of_our_own_past() throws JsonProcessingException {
        assertThat(PatinaJson.mapper().readValue("{\"amount\":1,\"currency\":\"EUR\",\"was\":2}", Money.class))
                .isNotNull();
    }

    @Test
    void reads_values_that_hold_lists() throws JsonProcessingException {
        assertThat(PatinaJson.mapper().readValue("[\"technique:dovetail\"]", Facets.class))
                .isEqualTo(new Facets(List.of(Samples.DOVETAIL)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"kind":"view"}                                             | subject             | is required
            {"subject":null,"kind":"view"}                              | subject             | is required
            {"subject":S,"kind":"view","color":1}                       | color               | is not a known field
            {"subject":S,"kind":"view","kind":"like"}                   |                     | names a field twice
            {"subject":S,"kind":"stare"}                                | kind                | must be one of view, like
            {"subject":S,"kind":5}                                      | kind                | must be one of view, like
            {"subject":"anna","kind":"view"}                            | subject             | must be a UUID
            {"subject":5,"kind":"view"}                                 | subject             | must be a UUID
            {"subject":S,"kind":"view","at":"yesterday"}                | at                  | must be an ISO 8601 time
            {"subject":S,"kind":"view","at":1700000000}                 | at                  | must be an ISO 8601 time
            {"subject":S,"kind":"view","at":"+99999-01-01T00:00:00Z"}   | at                  | must be an ISO 8601 time
            {"subject":S,"kind":"view","weight":"1"}                    | weight              | has the wrong type
            {"subject":S,"kind":"view","rank":1.5}                      | rank                | has the wrong type
            {"subject":S,"kind":"view","rank":99999999999}              | rank                | is out of range
            {"subject":S,"kind":"view","length":"an hour"}              | length              | must be an ISO 8601 duration
            {"subject":S,"kind":"view","price":{"amount":1,"currency":"euros"}} | price.currency | must be an ISO 4217 currency code
            {"subject":S,"kind":"view","price":{"amount":"1","currency":"EUR"}} | price.amount   | has the wrong type
            {"subject":S,"kind":"view","price":{"amount":-1,"currency":"EUR"}}  | price.amount   | must be 0 to
            {"subject":S,"kind":"view","facet":"mood:blue"}             | facet               | must be written kind:value
            {"subject":S,"kind":"view","facet":""}                      | facet               | must be written kind:value
            {"subject":S,"kind":"view","lines":{}}                      | lines               | has the wrong type
            {"subject":S,"kind":"view","lines":[{"line":{"product":"c","quantity":0},"note":"n"}]}    | lines[0].line.quantity | must be between
            {"subject":S,"kind":"view","lines":[{"line":{"product":"c"},"note":"n"}]}                 | lines[0].line.quantity | is required
            {"subject":S,"kind":"view","lines":[{"line":{"product":"../c","quantity":1},"note":"n"}]} | lines[0].line.product  | productId must be
            {"subject":S,"kind":"view","lines":[{"line":{"product":"c","quantity":1},"note":5}]}      | lines[0].note          | has the wrong type
            {"subject":S,"kind":"view"} {}                              |                     | must be one JSON value
            {"subject":S,"kind":"view"                                  |                     | is not well-formed JSON
            nonsense                                                    |                     | is not well-formed JSON
            []                                                          |                     | has the wrong type
            """)
    void names_the_field_that_is_wrong(String json, @Nullable String field, String why) {
        String document = json.replace("S,", "\"0192f0c1-0000-7000-8000-00000000000a\",");
        JsonProcessingException refused = catchThrowableOfType(
                JsonProcessingException.class, () -> PatinaJson.strict().readValue(document, Request.class));

        Mistake mistake = Mistake.in(refused);
        assertThat(mistake.field()).isEqualTo(field == null ? "" : field);
        assertThat(mistake.why()).contains(why);
    }

    @Test
    void refuses_what_preferences_refuse() {
        JsonProcessingException refused = catchThrowableOfType(JsonProcessingException.class, () -> PatinaJson.strict()
                .readValue("{\"interests\":[{\"facet\":\"technique:dovetail\",\"weight\":2}]}", Preferences.class));

        assertThat(Mistake.in(refused)).isEqualTo(new Mistake("interests[0].weight", "must be between 0 and 1"));
    }

    @Test
    void refuses_deep_nesting() {
        String deep = "[".repeat(500) + "]".repeat(500);
        JsonProcessingException refused = catchThrowableOfType(
                JsonProcessingException.class, () -> PatinaJson.strict().readTree(deep));

        assertThat(Mistake.in(refused).why()).isEqualTo("is not well-formed JSON");
    }
}
