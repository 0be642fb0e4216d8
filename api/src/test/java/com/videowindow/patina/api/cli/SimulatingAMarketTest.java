package com.videowindow.patina.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.domain.audit.LogEvents;
import com.videowindow.patina.domain.audit.LogWalk;
import com.videowindow.patina.domain.commerce.OrderPlaced;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ConsentRefused;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.interaction.InteractionContext;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.learning.simulation.Life;
import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the log afterwards is what happened in the world, at the world's own times. */
class SimulatingAMarketTest {
    private static final int PEOPLE = 40;
    private static final int DAYS = 40;
    private static final Market MARKET = Market.of(Scenario.of(PEOPLE, DAYS, 5));
    private static final List<Life> LIVES =
            IntStream.range(0, PEOPLE).mapToObj(MARKET::life).toList();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    private Path home;

    /** How a command ended, and all that it said. */
    private record Ended(int status, String out) {
        JsonNode report() throws IOException {
            assertThat(status).as(out).isZero();
            return Http.JSON.readTree(out.lines().toList().getLast());
        }
    }

    private Ended simulated(String... options) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.videowindow.patina.api.cli.Commands",
                "simulate",
                "market"));
        words.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("PATINA_HOME", home.toString());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out);
    }

    @Test
    void needs_a_server_and_a_world_that_is_over() throws Exception {
        Ended alone = simulated();
        assertThat(alone.status()).isEqualTo(1);
        assertThat(alone.out()).contains("no server runs on", "./patina serve").doesNotContain("Exception");

        Ended future = simulated("--start", "2999-01-01");
        assertThat(future.status()).isEqualTo(2);
        assertThat(simulated("--people", "0").out()).contains("people must be between 1 and");
    }

    @Test
    void the_log_holds_what_people_did_when_they_did_it_and_once() throws Exception {
        // Elsewhere is no Elasticsearch: telling does without.
        try (Server server = Server.started(
                new Home(home),
                "--server.port=0",
                "--patina.home=" + home,
                "--patina.elasticsearch.uri=http://127.0.0.1:9",
                "--logging.level.root=error")) {
            String[] same = {"--people", "" + PEOPLE, "--days", "" + DAYS, "--seed", "5", "--json"};
            JsonNode first = simulated(same).report();
            JsonNode again = simulated(same).report();

            long deeds = LIVES.stream().mapToLong(life -> life.deeds().size()).sum();
            assertThat(first.at("/read/deeds").asLong()).isEqualTo(deeds);
            assertThat(first.path("refused").isEmpty()).isTrue();
            assertThat(again.at("/stored/deeds").asLong()).isZero();
            assertThat(again.at("/storedBefore/deeds").asLong())
                    .isEqualTo(first.at("/stored/deeds").asLong());
            assertThat(deeds(server)).isEqualTo(allowed());
            assertThat(count(server, OrderPlaced.class)).isEqualTo(bought());
            assertThat(count(server, ConsentGiven.class)).isEqualTo(consents());
            assertThat(count(server, ConsentRefused.class)).isEqualTo(3 * PEOPLE - consents());
        }
    }

    /** By their names; the person is another id, and devices are dropped unless figures are allowed. */
    private static Map<String, InteractionRecorded> allowed() {
        Map<String, InteractionRecorded> all = new HashMap<>();
        for (Life life : LIVES) {
            if (life.who().allows().contains(Purpose.PERSONALIZATION)) {
                boolean figures = life.who().allows().contains(Purpose.ANALYTICS);
                life.deeds().forEach(deed -> all.put(deed.message().value(), alike(deed, figures)));
            }
        }
        return all;
    }

    private static InteractionRecorded alike(InteractionRecorded deed, boolean device) {
        InteractionContext where = deed.context();
        InteractionContext kept = new InteractionContext(
                null,
                null,
                where.surface(),
                where.platform(),
                device ? where.device() : null,
                where.query(),
                where.order());
        return new InteractionRecorded(
                MARKET.resident(0).subject(),
                deed.message(),
                deed.session(),
                deed.kind(),
                deed.content(),
                deed.facets(),
                deed.engagement(),
                kept,
                deed.sale(),
                deed.at(),
                deed.at());
    }

    private static Map<String, InteractionRecorded> deeds(Server server) {
        Map<String, InteractionRecorded> all = new HashMap<>();
        read(server, InteractionRecorded.class)
                .forEach(deed -> all.put(deed.message().value(), alike(deed, true)));
        return all;
    }

    private static long count(Server server, Class<?> type) {
        return read(server, type).size();
    }

    private static <T> List<T> read(Server server, Class<T> type) {
        var node = Objects.requireNonNull(server.own());
        List<T> found = new ArrayList<>();
        node.getBean(LogWalk.class)
                .read(
                        node.getBean(LogEvents.class).end(),
                        type::equals,
                        (header, event) -> found.add(type.cast(event)));
        return found;
    }

    private static long bought() {
        return LIVES.stream()
                .flatMap(life -> life.deeds().stream())
                .filter(deed -> deed.kind() == InteractionKind.PURCHASE)
                .count();
    }

    private static long consents() {
        return LIVES.stream().mapToLong(life -> life.who().allows().size()).sum();
    }
}
