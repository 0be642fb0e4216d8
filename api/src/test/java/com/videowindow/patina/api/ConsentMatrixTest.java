package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.api.MatrixPerson.State;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.domain.consent.Purpose;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every use of a person's data under everything that they can have said about it: the table says what is right. */
class ConsentMatrixTest {
    /** Defined by an officer; data is sold and shared for it. */
    private static final Purpose PARTNERS = new Purpose("matrix_partners");

    private static final List<Purpose> PURPOSES =
            Stream.concat(Purpose.OWN.stream(), Stream.of(PARTNERS)).toList();
    private static final Map<String, MatrixPerson> PEOPLE = new LinkedHashMap<>();

    /** A line of the table. */
    private record Line(String endpoint, Purpose purpose, Map<State, String> cells) {
        static Line of(String line) {
            String[] words = line.trim().split("\\s+");
            int cells = words.length - State.values().length;
            String endpoint = String.join(" ", Arrays.copyOfRange(words, 0, cells - 1));
            Purpose purpose = new Purpose(words[cells - 1]);
            Map<State, String> said = new EnumMap<>(State.class);
            for (State state : State.values()) {
                said.put(state, words[cells + said.size()]);
            }
            return new Line(endpoint, purpose, said);
        }
    }

    @BeforeAll
    static void people() {
        CraftCatalogue.publish();
        definePartners();
        for (Purpose purpose : PURPOSES) {
            for (State state : EnumSet.complementOf(EnumSet.of(State.NEVER))) {
                PEOPLE.put(purpose + " " + state, MatrixPerson.who(purpose, state));
            }
        }
    }

    private static void definePartners() {
        Calls officer = Node.as(Role.COMPLIANCE, "matrix-officer");
        String text =
                "\"texts\": [{\"language\": \"en\", \"title\": \"Partners\", \"text\": \"May they know what you like?\"}]";
        for (String put : List.of(
                "purposes/" + PARTNERS + " {" + text
                        + ", \"recipients\": [\"Tools & Sons\"], \"forwards\": [\"sale\", \"sharing\"]}",
                "policies/" + PARTNERS + "/1 {" + text + "}")) {
            String[] parts = put.split(" ", 2);
            assertThat(officer.put("/api/v1/compliance/" + parts[0], parts[1]).status())
                    .isEqualTo(200);
        }
    }

    @TestFactory
    Stream<DynamicTest> each_cell() throws IOException {
        List<Line> table = table();
        assertThat(table.size() * State.values().length).isGreaterThanOrEqualTo(300);
        List<DynamicTest> cells = new ArrayList<>();
        for (Line line : table) {
            for (State state : State.values()) {
                boolean expected = "Y".equals(line.cells().get(state));
                cells.add(
                        DynamicTest.dynamicTest(line.endpoint() + ", " + line.purpose() + " " + state, () -> assertThat(
                                        who(line.purpose(), state).may(line.endpoint(), line.purpose()))
                                .isEqualTo(expected)));
            }
        }
        return cells.stream();
    }

    /** Also one that is new: whether it may touch what is known of people is decided here, by hand. */
    @Test
    void every_operation_stands_in_the_table_or_is_exempt_for_a_reason() throws IOException {
        Set<String> operations = new TreeSet<>();
        new Calls(Node.address(), null)
                .get("/v3/api-docs")
                .json()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        Set<String> ruled = table().stream()
                .filter(line -> !line.endpoint().matches("(use for|tells) .*"))
                .map(line -> operation(line.endpoint()))
                .collect(Collectors.toCollection(TreeSet::new));
        List<Pattern> exempt = exempt();
        Predicate<String> isExempt =
                one -> exempt.stream().anyMatch(pattern -> pattern.matcher(one).matches());

        assertThat(operations).containsAll(ruled);
        assertThat(operations).filteredOn(isExempt.negate()).containsExactlyInAnyOrderElementsOf(ruled);
        assertThat(exempt)
                .allSatisfy(pattern -> assertThat(operations).as("%s", pattern).anyMatch(pattern.asMatchPredicate()));
        assertThat(exempt)
                .filteredOn(pattern -> pattern.asMatchPredicate().test("GET /api/v1/compliance/anything-new"))
                .as("what officers are able to do is decided about one by one")
                .isEmpty();
        Map<String, Long> purposes =
                table().stream().collect(Collectors.groupingBy(Line::endpoint, Collectors.counting()));
        assertThat(purposes.values()).containsOnly((long) PURPOSES.size());
    }

    /** The signal forbids this, and nothing else. */
    @Test
    void the_signal_makes_a_difference_where_data_is_sold_or_shared_and_nowhere_else() throws IOException {
        assertThat(table())
                .filteredOn(line -> !Objects.equals(
                        line.cells().get(State.GIVEN), line.cells().get(State.GPC)))
                .extracting(line -> line.endpoint() + ", " + line.purpose())
                .containsExactly("use for " + PARTNERS + ", " + PARTNERS);
    }

    /** Without what a line adds to say which kind of request it means. */
    private static String operation(String endpoint) {
        String[] words = endpoint.split(" ", 3);
        String path = words[1].replaceFirst("\\?.*", "");
        return words[0] + " " + path.replaceFirst("/controls/[a-z_]+$", "/controls/{control}");
    }

    private static List<Pattern> exempt() throws IOException {
        return lines("/consent-exempt.txt").stream()
                .map(line -> line.split("\\s+\\|\\s+", 2))
                .peek(parts -> assertThat(parts).as("a reason").hasSize(2))
                .map(parts -> Pattern.compile(String.join(
                        ".*",
                        Arrays.stream(parts[0].split("\\*", -1))
                                .map(Pattern::quote)
                                .toList())))
                .toList();
    }

    /** Whom nobody asked has done nothing before either, or other rows of the table would be what makes this one right. */
    private static MatrixPerson who(Purpose purpose, State state) {
        if (state == State.NEVER) {
            return MatrixPerson.who(purpose, state);
        }
        return Objects.requireNonNull(PEOPLE.get(purpose + " " + state));
    }

    private static List<Line> table() throws IOException {
        return lines("/consent-matrix.txt").stream().map(Line::of).toList();
    }

    private static List<String> lines(String file) throws IOException {
        try (var in = ConsentMatrixTest.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
