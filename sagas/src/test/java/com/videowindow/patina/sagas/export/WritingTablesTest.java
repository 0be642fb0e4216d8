package com.videowindow.patina.sagas.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.json.PatinaJson;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What stands in the cells, whoever wrote it. */
class WritingTablesTest {

    private static ObjectNode row(String json) {
        try {
            return (ObjectNode) PatinaJson.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String line(String json) {
        Columns columns = new Columns();
        columns.see(row(json));
        return Csv.line(columns.of(row(json)));
    }

    @Test
    void what_is_nested_gets_its_path_as_name() {
        Columns columns = new Columns();
        columns.see(row("{\"at\":1,\"context\":{\"query\":\"oak\",\"place\":{\"rank\":3}}}"));
        columns.see(row("{\"at\":2,\"languages\":[\"en\",\"de\"]}"));

        assertThat(Csv.heading(columns.names())).isEqualTo("at,context.query,context.place.rank,languages\r\n");
        assertThat(Csv.line(columns.of(row("{\"languages\":[\"en\",\"de\"],\"at\":2}"))))
                .isEqualTo("2,,,en; de\r\n");
    }

    @Test
    void commas_quotes_and_lines_are_quoted_as_rfc_4180_has_it() {
        assertThat(line("{\"a\":\"x, \\\"y\\\"\",\"b\":\"two\\nlines\"}"))
                .isEqualTo("\"x, \"\"y\"\"\",\"two\nlines\"\r\n");
    }

    @Test
    void no_text_is_a_formula_and_numbers_stay_numbers() {
        for (String begin : new String[] {"=", "+", "-", "@", "\\t", "\\r", "\\n"}) {
            assertThat(line("{\"a\":\"" + begin + "1+1\"}").replace("\"", "")).startsWith("'");
        }
        assertThat(line("{\"a\":[\"=1+1\"]}")).isEqualTo("'=1+1\r\n");
        assertThat(line("{\"a\":-1.5}")).isEqualTo("-1.5\r\n");
    }

    @Test
    void in_a_page_nothing_is_markup() {
        assertThat(Markup.escaped("<script>&'\"")).isEqualTo("&lt;script&gt;&amp;&#39;&quot;");
        assertThat(Markup.words("context.deviceId")).isEqualTo("context: device id");
    }

    @Test
    void a_difference_between_the_counts_is_no_archive() {
        LogPosition one = LogPosition.of(1, 0);
        LogPosition two = LogPosition.of(2, 0);
        TreeMap<LogPosition, String> named = new TreeMap<>(Map.of(one, "ConsentGiven", two, "OrderPlaced"));

        new Census(named, Set.of(one, two), Set.of()).demandComplete();
        new Census(named, Set.of(one), Set.of(two)).demandComplete();
        assertThatThrownBy(() -> new Census(named, Set.of(one), Set.of()).demandComplete())
                .isInstanceOf(Incomplete.class);
        assertThatThrownBy(() -> new Census(new TreeMap<>(), Set.of(one), Set.of()).demandComplete())
                .isInstanceOf(Incomplete.class);
        assertThat(new Census(named, Set.of(one), Set.of(two)).figures())
                .hasToString("{counted={ConsentGiven=1, OrderPlaced=1}, written={ConsentGiven=1},"
                        + " forgotten={OrderPlaced=1}}");
    }
}
