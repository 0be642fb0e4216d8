package com.videowindow.patina.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ComposeFileTest {
    private static final Path FILE = Path.of("..", "..", "docker-compose.yml");
    private static final List<String> NODES = List.of("patina-1", "patina-2");
    private static final Pattern FROM_ENVIRONMENT = Pattern.compile("(?<!\\$)\\$\\{(\\w+)([^}]*)}");

    private final JsonNode file = read();

    @Test
    void the_file_follows_the_compose_specification() throws IOException {
        assertThat(schema().validate(file)).isEmpty();
    }

    @Test
    void a_misspelt_word_would_be_noticed() throws IOException {
        String misspelt = Files.readString(FILE).replace("healthcheck:", "healthchek:");
        assertThat(schema().validate(parse(misspelt))).isNotEmpty();
    }

    @Test
    void it_brings_a_replica_set_of_three_elasticsearch_two_nodes_and_prometheus() {
        assertThat(names(file.path("services")))
                .contains("mongo-1", "mongo-2", "mongo-3", "elasticsearch", "patina-1", "patina-2", "prometheus");
    }

    @Test
    void every_image_is_pinned_and_every_lasting_service_is_watched() {
        assertThat(file.path("services"))
                .allSatisfy(service ->
                        assertThat(service.path("image").asText()).matches("[\\w./-]+:v?\\d+\\.\\d+\\.\\d+"));
        assertThat(names(file.path("services")))
                .filteredOn(name -> !name.endsWith("-init"))
                .allSatisfy(name -> assertThat(isWatched(name)).as(name).isTrue());
    }

    @Test
    void whatever_comes_from_the_environment_must_be_given_but_for_keys_of_the_past() throws IOException {
        assertThat(FROM_ENVIRONMENT.matcher(Files.readString(FILE)).results())
                .isNotEmpty()
                .filteredOn(variable -> !variable.group(1).endsWith("_FORMER"))
                .allSatisfy(variable ->
                        assertThat(variable.group(2)).as(variable.group()).isEqualTo(":?"));
    }

    @Test
    void every_variable_that_the_nodes_get_exists_in_our_configuration() {
        List<String> known = Settings.asVariables();
        assertThat(NODES).allSatisfy(node -> assertThat(
                        names(file.path("services").path(node).path("environment")))
                .contains("PATINA_MONGODB_URI", "PATINA_ELASTICSEARCH_URI", "PATINA_JWKS_URI")
                .isSubsetOf(known));
    }

    @Test
    void prometheus_asks_both_nodes_for_their_metrics() throws IOException {
        JsonNode prometheus = parse(Files.readString(Path.of("..", "..", "ops", "prometheus.yml")));
        JsonNode job = prometheus.path("scrape_configs").path(0);
        assertThat(job.path("metrics_path").asText()).isEqualTo("/actuator/prometheus");
        assertThat(job.path("static_configs").path(0).path("targets"))
                .extracting(JsonNode::asText)
                .containsExactly("patina-1:8080", "patina-2:8080");
    }

    @Test
    void the_rules_that_prometheus_reads_are_there_and_say_what_to_do() throws IOException {
        JsonNode prometheus = parse(Files.readString(Path.of("..", "..", "ops", "prometheus.yml")));
        assertThat(prometheus.path("rule_files"))
                .extracting(JsonNode::asText)
                .containsExactly("/etc/prometheus/alerts.yml");
        assertThat(file.path("services").path("prometheus").path("volumes"))
                .extracting(JsonNode::asText)
                .contains("./ops/alerts.yml:/etc/prometheus/alerts.yml:ro");
        JsonNode rules = parse(Files.readString(Path.of("..", "..", "ops", "alerts.yml")));
        assertThat(rules.at("/groups/0/rules")).hasSizeGreaterThan(3).allSatisfy(rule -> {
            assertThat(names(rule)).contains("alert", "expr", "labels", "annotations");
            assertThat(names(rule.path("annotations"))).containsExactly("summary", "what_to_do");
        });
    }

    @Test
    void the_image_runs_by_a_jre_alone_and_not_as_root() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", "..", "Dockerfile"));
        String last = lines.stream().filter(line -> line.startsWith("FROM")).reduce("", (before, after) -> after);
        assertThat(last).contains("-jre");
        assertThat(lines).contains("USER 10001:10001").anyMatch(line -> line.startsWith("HEALTHCHECK"));
    }

    /** Our image brings its own check. */
    private boolean isWatched(String service) {
        return NODES.contains(service) || file.path("services").path(service).has("healthcheck");
    }

    private static List<String> names(JsonNode node) {
        Iterable<String> names = node::fieldNames;
        return StreamSupport.stream(names.spliterator(), false).toList();
    }

    /** The specification names its parts by {@code id}, a word of older drafts that the validator refuses. */
    private static JsonSchema schema() throws IOException {
        JsonNode schema =
                new ObjectMapper().readTree(ComposeFileTest.class.getResourceAsStream("/compose/compose-spec.json"));
        schema.findParents("id").stream()
                .filter(part -> part.path("id").isTextual())
                .forEach(part -> ((ObjectNode) part).remove("id"));
        return JsonSchemaFactory.getInstance(VersionFlag.V201909)
                .getSchema(
                        schema,
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(false)
                                .build());
    }

    private static JsonNode read() {
        try {
            return parse(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Compose sees: anchors followed and merged. */
    private static JsonNode parse(String yaml) {
        Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return new ObjectMapper().valueToTree(tree);
    }
}
